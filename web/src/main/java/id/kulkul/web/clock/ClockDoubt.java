package id.kulkul.web.clock;

import java.time.Instant;

/**
 * Why the wall clock is not believed yet.
 *
 * @param known the last time that was certain
 * @param shown what the clock showed when the doubt came up
 */
public record ClockDoubt(Cause cause, Instant known, Instant shown) {
    /** What was seen. */
    public enum Cause {
        /** While the program ran, the clock went ahead by more than an hour, or the machine slept so long. */
        JUMPED_AHEAD,
        /** While the program ran, the clock went back by more than an hour. */
        JUMPED_BACK,
        /** The program started more than a day after its last stored event. */
        LONG_AFTER_LAST_EVENT,
        /** The program started before its last stored event. */
        BEFORE_LAST_EVENT
    }
}
