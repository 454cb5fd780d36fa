package id.kulkul.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a demonstration: it can be set to a past moment, runs on from there, and never goes back. */
public final class MovableClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private volatile Duration behind = Duration.ZERO;

    /**
     * Sets the clock.
     *
     * @throws IllegalArgumentException when the moment lies before the one that the clock shows, unless it has never
     *     been set
     */
    public synchronized void set(Instant moment) {
        var next = Duration.between(moment, real.instant());
        if (!behind.isZero() && next.compareTo(behind) > 0)
            throw new IllegalArgumentException("A clock never goes back");
        behind = next;
    }

    /** Goes on with the real time. */
    public synchronized void release() {
        behind = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A moment has no zone here");
    }
}
