package id.kulkul.query.report;

import id.kulkul.command.report.ReportId;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.Card;
import id.kulkul.query.casework.Discretion;
import id.kulkul.query.casework.Discretions;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.ReadStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Keeps two things off the desks: what reporters sent since the last checkpoint, so that nobody of the office learns
 * the minute; and what two people set aside.
 */
public final class ReportDiscretion implements Discretion {
    private final ReadStore store;
    private final Covered covered;
    private final Floods floods;

    /** Over a history that is asked only for what the office must not see yet. */
    public ReportDiscretion(ReadStore store, Posts posts, Supplier<EventStore> events) {
        this.store = store;
        this.covered = new Covered(events);
        this.floods = new Floods(store, posts);
        store.prepare(ReportBoard.FILES);
    }

    /** The same beside that of no other kind. */
    public static Discretions alone(ReadStore store, Posts posts, Supplier<EventStore> events) {
        return new Discretions(Map.of(CaseFile.KIND, new ReportDiscretion(store, posts, events)));
    }

    @Override
    public boolean isKnown(Card card, Position upTo) {
        return card.arrived() <= upTo.value();
    }

    @Override
    public Optional<Card> seen(Card card, Position upTo) {
        if (card.heard() <= upTo.value()) return Optional.of(card);
        return store.one(ReportBoard.FILES, new ReportId(card.id()).toString())
                .flatMap(held -> covered.of(held.document(), upTo))
                .map(CaseFile::card);
    }

    @Override
    public Predicate<Card> aside() {
        var since = floods.inForce();
        return card -> isAside(card, since);
    }

    /** Nothing is set aside that somebody has looked into, or that its reporter has written about since. */
    static boolean isAside(Card card, Map<UUID, Long> since) {
        var position = since.get(card.id());
        return position != null && !card.touched() && card.heard() < position;
    }
}
