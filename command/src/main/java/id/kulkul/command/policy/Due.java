package id.kulkul.command.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One clock of one case: the last day on which its duty can be done in time, and the day on which it was done. */
public record Due(
        String clock,
        boolean duty,
        boolean toReporter,
        LocalDate lastDay,
        @Nullable LocalDate doneOn,
        Why why) {
    /** How a clock stands on a day. */
    public enum State {
        RUNNING,
        DUE_TODAY,
        OVERDUE,
        DONE,
        DONE_LATE
    }

    /** How the clock stands on that day in Bali. */
    public State on(LocalDate today) {
        if (doneOn != null) return doneOn.isAfter(lastDay) ? State.DONE_LATE : State.DONE;
        if (today.isAfter(lastDay)) return State.OVERDUE;
        return today.isEqual(lastDay) ? State.DUE_TODAY : State.RUNNING;
    }
}
