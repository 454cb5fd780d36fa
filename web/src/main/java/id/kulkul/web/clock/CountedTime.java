package id.kulkul.web.clock;

import java.time.Instant;
import java.time.InstantSource;

/** The time as it was at the start, counted on: no wall clock that jumps afterwards makes a day of an hour. */
public final class CountedTime implements InstantSource {
    private final Instant began;
    private final long beganNanos = System.nanoTime();

    /** Begins with what a wall clock shows now. */
    public CountedTime(InstantSource wall) {
        began = wall.instant();
    }

    @Override
    public Instant instant() {
        return began.plusNanos(System.nanoTime() - beganNanos);
    }
}
