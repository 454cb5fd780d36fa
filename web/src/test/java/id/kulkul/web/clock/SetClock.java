package id.kulkul.web.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock that somebody sets, and one that only counts on; time passes on both when a test says so. */
final class SetClock extends Clock {
    private Instant wall;
    private Duration counted = Duration.ofDays(900);

    SetClock(Instant wall) {
        this.wall = wall;
    }

    void set(Duration by) {
        wall = wall.plus(by);
    }

    void pass(Duration time) {
        wall = wall.plus(time);
        counted = counted.plus(time);
    }

    long counted() {
        return counted.toNanos();
    }

    @Override
    public Instant instant() {
        return wall;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
