package id.kulkul.command.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * The answer to "why this day?": what started the clock and when that was reached, from which day and how it counts, by
 * which law, which days were not counted, and which versions of rules and calendar were used; a calendar that does not
 * reach the last day says so.
 */
public record Why(
        Milestone start,
        LocalDate reached,
        LocalDate from,
        int value,
        Unit unit,
        boolean extended,
        LegalBasis basis,
        List<SkippedDay> skipped,
        String rules,
        String calendar,
        boolean calendarReaches) {
    public Why {
        skipped = List.copyOf(skipped);
    }
}
