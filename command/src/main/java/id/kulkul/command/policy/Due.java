package id.kulkul.command.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One clock of one case: from when on its duty is late, and when it was done.
 *
 * @param by the first moment that is too late; of a clock that stands still, as if it went on at once
 * @param doneAt null while it is not done
 * @param stillSince since when it stands still, before it was late; null where it runs
 */
public record Due(
        String clock,
        boolean duty,
        boolean toReporter,
        Instant by,
        @Nullable Instant doneAt,
        @Nullable Instant stillSince,
        Why why) {
    /** How a clock stands at a moment. */
    public enum State {
        RUNNING,
        DUE_TODAY,
        STANDING_STILL,
        OVERDUE,
        DONE,
        DONE_LATE
    }

    /** Whether its end may still come too late: neither done nor standing still. */
    public boolean isRunning() {
        return doneAt == null && stillSince == null;
    }

    /** The last day in Bali on which the duty can be done in time, if only for some of its hours. */
    public LocalDate lastDay() {
        return WorkingDays.dayOf(by.minusNanos(1));
    }

    /** How the clock stands at that moment. */
    public State at(Instant now) {
        if (doneAt != null) return doneAt.isBefore(by) ? State.DONE : State.DONE_LATE;
        if (stillSince != null) return State.STANDING_STILL;
        if (!now.isBefore(by)) return State.OVERDUE;
        return WorkingDays.dayOf(now).isEqual(lastDay()) ? State.DUE_TODAY : State.RUNNING;
    }
}
