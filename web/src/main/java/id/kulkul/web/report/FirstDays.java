package id.kulkul.web.report;

import id.kulkul.command.policy.Clocks;
import id.kulkul.command.policy.Progress;
import id.kulkul.command.policy.RuleSet;
import id.kulkul.command.policy.WorkingDays;
import id.kulkul.command.report.ReportRules;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The last days on which a reporter hears of a report that arrives now, if no clock stands still: that it was received,
 * and what came of it.
 */
record FirstDays(LocalDate acknowledged, LocalDate answered) {
    static FirstDays of(Instant received) {
        RuleSet rules = ReportRules.inForce(received);
        String submission = rules.clock(ReportRules.ACKNOWLEDGE).start();
        Progress arrived = Progress.NONE.after(rules, submission, received);
        return new FirstDays(
                lastDay(rules, ReportRules.ACKNOWLEDGE, arrived), lastDay(rules, ReportRules.FEEDBACK, arrived));
    }

    private static LocalDate lastDay(RuleSet rules, String clock, Progress arrived) {
        return Clocks.of(rules, rules.clock(clock), arrived)
                .map(due -> WorkingDays.dayOf(due.by().minusNanos(1)))
                .orElseThrow(() -> new IllegalStateException(clock + " does not begin with a report"));
    }
}
