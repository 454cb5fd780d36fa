package id.kulkul.query.casework;

import id.kulkul.query.casework.CaseworkQuery.Overdue;
import id.kulkul.query.store.ReadStore;
import id.kulkul.query.store.Where;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which duties are past and unrecorded; nothing here looks at a clock: whoever asks says what time it is. */
public final class Duties {
    private static final int MOST = 500;

    private final List<String> kinds;
    private final ReadStore store;

    /** Of cases of these kinds, by the stored names of their aggregates. */
    public Duties(List<String> kinds, ReadStore store) {
        this.kinds = List.copyOf(kinds);
        this.store = store;
        store.prepare(Card.SHELF);
    }

    /**
     * The duties that are late by then and unrecorded, of each kind the oldest first and at most 500: what cannot be
     * recorded of one kind keeps nothing of another from being.
     */
    @QueryHandler
    public List<MissedDuty> answer(Overdue query) {
        return kinds.stream().flatMap(kind -> late(kind, query)).toList();
    }

    private Stream<MissedDuty> late(String kind, Overdue query) {
        var past = Where.atMost(MOST)
                .equal("kind", kind)
                .before("nextAt", query.now().getEpochSecond() + 1)
                .orderedBy("nextAt");
        return store.all(Card.SHELF, past).stream()
                .flatMap(card -> missed(card, query.now()))
                .limit(MOST);
    }

    private static Stream<MissedDuty> missed(Card card, Instant now) {
        var recorded = card.progress().missed();
        return card.clocks().stream()
                .filter(due -> due.duty() && due.isRunning() && !recorded.contains(due.clock()))
                .filter(due -> !now.isBefore(due.by()))
                .map(due -> new MissedDuty(card.kind(), card.id(), due.clock(), due.lastDay()));
    }
}
