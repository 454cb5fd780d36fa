package id.kulkul.query.report;

import id.kulkul.query.audit.Position;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Cases as the office may see them: all that colleagues did, and what reporters sent as far as a checkpoint covers it.
 */
final class Covered {
    private final CaseEvents told;

    /** Over a history that is asked only for what the office must not see yet. */
    Covered(Supplier<EventStore> events) {
        this.told = new CaseEvents(events);
    }

    Optional<CaseFile> of(CaseFile file, Position covered) {
        var left = file.arrivedAfter(covered.value());
        if (left.isEmpty()) return Optional.of(file);
        if (left.contains(0L)) return Optional.empty();
        var seen = told.without(Objects.requireNonNull(file.report), left);
        if (seen.report == null) return Optional.empty();
        seen.arrivals = file.arrivedUpTo(covered.value());
        return Optional.of(seen);
    }
}
