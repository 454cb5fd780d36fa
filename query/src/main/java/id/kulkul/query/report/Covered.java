package id.kulkul.query.report;

import id.kulkul.query.store.ReadStore;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Cases as the office may see them: all that colleagues did, and what reporters sent as far as a checkpoint covers it. */
final class Covered {
    private final ReadStore store;
    private final Told told;

    /** Over a history that is asked only for what the office must not see yet. */
    Covered(ReadStore store, Supplier<EventStore> events) {
        this.store = store;
        this.told = new Told(events);
    }

    Optional<CaseFile> of(CaseFile file, long covered) {
        var left = file.arrivedAfter(covered);
        if (left.isEmpty()) return Optional.of(file);
        if (left.contains(0L)) return Optional.empty();
        var seen = told.without(Objects.requireNonNull(file.report), left);
        if (seen.report == null) return Optional.empty();
        seen.arrivals = file.arrivedUpTo(covered);
        return Optional.of(seen);
    }

    Optional<CaseCard> of(CaseCard card, long covered) {
        if (card.heard() <= covered) return Optional.of(card);
        return store.one(ReportBoard.FILES, card.report().toString())
                .flatMap(held -> of(held.document(), covered))
                .map(CaseFile::card);
    }
}
