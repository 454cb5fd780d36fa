package id.kulkul.query.casework;

import id.kulkul.crypto.seal.Hex16;
import id.kulkul.query.casework.CaseworkQuery.CasesAt;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.Comparator;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what a list knew at a position, from the intervals of positions in which each version of a case held. */
public final class PastCases {
    private static final int MOST = 100_000;

    private final ReadStore store;
    private final Posts posts;
    private final int most;

    /** Lists at most 100,000. */
    public PastCases(ReadStore store, Posts posts) {
        this(store, posts, MOST);
    }

    PastCases(ReadStore store, Posts posts, int most) {
        this.store = store;
        this.posts = posts;
        this.most = most;
        store.prepare(Card.SHELF);
    }

    /** What was known at a position, by pile, hour and number. */
    @QueryHandler
    public PastList answer(CasesAt query) {
        var desk = new Desk(Hex16.ZERO, query.now());
        var found = store.allAt(Card.SHELF, Where.atMost(most + 1).orderedBy("number"), query.position());
        var cards = found.stream()
                .limit(most)
                .map(card -> PastCard.of(card, desk, posts))
                .sorted(Comparator.comparing(PastCard::pile)
                        .thenComparing(PastCard::received)
                        .thenComparing(PastCard::number))
                .toList();
        return new PastList(cards, found.size() > most);
    }
}
