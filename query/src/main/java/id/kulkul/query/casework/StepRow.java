package id.kulkul.query.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of a case, openings left out.
 *
 * @param event the stored name of the event
 * @param code the coded reason, outcome, authority, lesson or clock of the event; empty if it has none
 * @param note the sealed text that explains it to those who may read the case; null if there is none
 */
public record StepRow(
        String event,
        Who by,
        String code,
        Instant hour,
        @Nullable UUID note) {}
