package id.kulkul.command.policy;

import java.time.LocalDate;
import java.util.List;

/** The dated rules of the protected channel: a case keeps the version that was in force when it was received. */
public record RuleSet(
        String version, LocalDate validFrom, String calendar, List<String> categories, List<ClockRule> clocks) {
    public RuleSet {
        categories = List.copyOf(categories);
        clocks = List.copyOf(clocks);
    }

    /** The calendar that this version counts with. */
    public WorkingCalendar workingCalendar() {
        return Policies.calendar(calendar);
    }
}
