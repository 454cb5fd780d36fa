package id.kulkul.command.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of a rule set: what starts it, what ends it, how long it runs and by which law; a rule that is no duty is a
 * target that colours nothing red. The reporter is told of the clocks that are promises to the reporter.
 */
public record ClockRule(
        String code,
        boolean duty,
        boolean toReporter,
        Milestone start,
        @Nullable Latest latestStart,
        @Nullable Milestone restart,
        List<Milestone> ends,
        int value,
        Unit unit,
        @Nullable Extension extension,
        LegalBasis basis) {
    public ClockRule {
        ends = List.copyOf(ends);
    }

    /** The clock starts this many calendar days after another milestone if its own start has not come by then. */
    public record Latest(Milestone after, int calendarDays) {}

    /** Whether reaching this milestone starts the clock anew, so that a miss of the time before counts no more. */
    public boolean restartsAt(Milestone milestone) {
        return milestone == restart;
    }

    /** Reaching the milestone lengthens the clock once, by this many of its own units. */
    public record Extension(Milestone by, int value) {}
}
