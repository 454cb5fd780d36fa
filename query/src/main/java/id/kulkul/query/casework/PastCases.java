package id.kulkul.query.casework;

import id.kulkul.command.Acted;
import id.kulkul.crypto.log.AggregateType;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.casework.CaseworkQuery.CasesAt;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what a list knew at a position, from the intervals of positions in which each version of a case held. */
public final class PastCases {
    private static final int MOST = 100_000;

    private final EventTypes types;
    private final ReadStore store;
    private final Posts posts;
    private final int most;

    /** Lists at most 100,000, of which each is in the log that the table names for its kind. */
    public PastCases(EventTypes types, ReadStore store, Posts posts) {
        this(types, store, posts, MOST);
    }

    PastCases(EventTypes types, ReadStore store, Posts posts, int most) {
        this.types = types;
        this.store = store;
        this.posts = posts;
        this.most = most;
        store.prepare(Card.SHELF);
    }

    /** What was known at a position, by pile, hour and number. */
    @QueryHandler
    public PastList answer(CasesAt query) {
        var desk = new Desk(Acted.NOBODY, query.now());
        var found = kinds(query.log())
                .flatMap(kind ->
                        store.allAt(Card.SHELF, first(kind), query.position().value()).stream())
                .sorted(Comparator.comparing(Card::number))
                .toList();
        var cards = found.stream()
                .limit(most)
                .map(card -> PastCard.of(card, desk, posts))
                .sorted(Comparator.comparing(PastCard::pile)
                        .thenComparing(PastCard::received)
                        .thenComparing(PastCard::number))
                .toList();
        return new PastList(cards, found.size() > most);
    }

    private Where first(AggregateType kind) {
        return Where.atMost(most + 1).equal("kind", kind.name()).orderedBy("number");
    }

    private Stream<AggregateType> kinds(LogName log) {
        return types.aggregates().stream().filter(kind -> kind.log().equals(Optional.of(log)));
    }
}
