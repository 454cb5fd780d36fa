package id.kulkul.command.policy;

import java.time.Instant;
import java.util.List;

/**
 * The answer to "why this day?": what started the clock and when that was reached, from when and how it counts, by
 * which law, which days were not counted, and when it stood still. It names the versions of rules and calendar; a
 * calendar that does not reach the last day says so.
 *
 * @param start the stored name of the event that started the clock
 */
public record Why(
        String start,
        Instant reached,
        Instant from,
        int value,
        Unit unit,
        boolean extended,
        LegalBasis basis,
        List<SkippedDay> skipped,
        List<Still> pauses,
        String rules,
        String calendar,
        boolean calendarReaches) {
    public Why {
        skipped = List.copyOf(skipped);
        pauses = List.copyOf(pauses);
    }
}
