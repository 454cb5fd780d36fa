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

    private final ReadStore store;

    public Duties(ReadStore store) {
        this.store = store;
        store.prepare(Card.SHELF);
    }

    /** The duties that are late by then and unrecorded, the oldest first; at most 500. */
    @QueryHandler
    public List<MissedDuty> answer(Overdue query) {
        var past = Where.atMost(MOST)
                .before("nextAt", query.now().getEpochSecond() + 1)
                .orderedBy("nextAt");
        return store.all(Card.SHELF, past).stream()
                .flatMap(card -> missed(card, query.now()))
                .limit(MOST)
                .toList();
    }

    private static Stream<MissedDuty> missed(Card card, Instant now) {
        var recorded = card.progress().missed();
        return card.clocks().stream()
                .filter(due -> due.duty() && due.isRunning() && !recorded.contains(due.clock()))
                .filter(due -> !now.isBefore(due.by()))
                .map(due -> new MissedDuty(card.kind(), card.id(), due.clock(), due.lastDay()));
    }
}
