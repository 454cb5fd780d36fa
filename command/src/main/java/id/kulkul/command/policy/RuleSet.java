package id.kulkul.command.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * The dated rules of the protected channel: a case keeps the version that was in force when it was received.
 *
 * @param objectionDays for how many calendar days a reporter may object to a refusal
 */
public record RuleSet(
        String version,
        LocalDate validFrom,
        String calendar,
        int objectionDays,
        List<String> categories,
        List<ClockRule> clocks) {
    public RuleSet {
        categories = List.copyOf(categories);
        clocks = List.copyOf(clocks);
    }

    /** The calendar that this version counts with. */
    public WorkingCalendar workingCalendar() {
        return Policies.calendar(calendar);
    }
}
