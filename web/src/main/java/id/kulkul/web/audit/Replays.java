package id.kulkul.web.audit;

import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.PastCase;
import id.kulkul.web.bus.Questions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks what was known of a case at its moments. */
@Component
class Replays {
    private final Questions questions;
    private final Clock clock;

    Replays(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * The case as known at a moment, on the day of that moment; empty where its rows up to then are not what was signed
     * for.
     */
    Optional<PastCase> at(Place place) {
        return at(place.timeline(), place.ordinal(), place.asked().event().time());
    }

    /** The case as of its last moment, on the day of today. */
    Optional<PastCase> now(Timeline timeline) {
        return timeline.isWhole() ? at(timeline, timeline.last(), clock.instant()) : Optional.empty();
    }

    private Optional<PastCase> at(Timeline timeline, int ordinal, Instant day) {
        if (!timeline.isSoundUpTo(ordinal)) return Optional.empty();
        long sequence = timeline.get(ordinal).event().sequence();
        return questions.awaitMaybe(
                new CaseworkQuery.CaseAt(
                        timeline.subject().kind(), timeline.subject().id(), sequence, day),
                PastCase.class);
    }

    /**
     * The leaves of the moments from which on one more duty was late, and of those that record it; of a history that is
     * not whole only these.
     */
    List<LeafIndex> missed(Timeline timeline) {
        if (!timeline.isWhole()) return timeline.missed(Set.of());
        Set<Long> late = new HashSet<>(questions.awaitAll(
                new CaseworkQuery.MissedDuties(
                        timeline.subject().kind(), timeline.subject().id()),
                Long.class));
        return timeline.missed(late);
    }
}
