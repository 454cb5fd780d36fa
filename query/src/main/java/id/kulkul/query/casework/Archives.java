package id.kulkul.query.casework;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.casework.CaseworkQuery.Archive;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.Held;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which closed cases a person may read, of every kind. */
public final class Archives {
    private static final int ROWS = 50;

    private final ReadStore store;
    private final Posts posts;
    private final Discretions discretions;

    /** Over the kinds that there are. */
    public Archives(ReadStore store, Posts posts, Discretions discretions) {
        this.store = store;
        this.posts = posts;
        this.discretions = discretions;
        store.prepare(Card.SHELF);
    }

    /** A page of the archive; nobody who left the office has one. */
    @QueryHandler
    public ArchivePage answer(Archive query) {
        if (posts.isRetired(query.person())) return ArchivePage.EMPTY;
        var known = new ArrayList<Card>();
        store.walk(Card.SHELF, where(query), card -> {
            if (discretions.isKnown(card, query.covered())) known.add(card);
            return known.size() <= ROWS;
        });
        return page(known, query);
    }

    private Where where(Archive query) {
        return Where.any()
                .having("archive", Card.archive(query.person(), query.held()))
                .after("closed", place(query).orElse(Long.MIN_VALUE))
                .orderedBy("closed");
    }

    /** Where the page begins; a case that is not this person's says nothing of where it stands. */
    private Optional<Long> place(Archive query) {
        return Optional.ofNullable(query.after())
                .flatMap(id -> store.one(Card.SHELF, Hex16.of(id)))
                .map(Held::document)
                .filter(card -> card.desks().contains(query.person()))
                .filter(card -> discretions.isKnown(card, query.covered()))
                .map(Card::ended);
    }

    private ArchivePage page(List<Card> known, Archive query) {
        var shown = known.subList(0, Math.min(ROWS, known.size()));
        var cards = shown.stream().flatMap(card -> told(card, query)).toList();
        return new ArchivePage(cards, known.size() > ROWS ? shown.getLast().id() : null);
    }

    private Stream<ClosedCard> told(Card stored, Archive query) {
        return discretions.seen(stored, query.covered()).stream()
                .filter(card -> card.desks().contains(query.person()))
                .flatMap(card -> Stream.ofNullable(card.closing())
                        .map(closing -> new ClosedCard(
                                card.kind(), card.id(), card.number(), card.subject(), closing, card.holder())));
    }
}
