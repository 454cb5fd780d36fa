package id.kulkul.query.casework;

import id.kulkul.query.casework.CaseworkQuery.CaseAt;
import id.kulkul.query.casework.CaseworkQuery.MissedDuties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what was known of one case of any kind after any of its events; of a kind that tells nothing, nothing. */
public final class Replays {
    private final Map<String, Replay> kinds;

    /** What each kind tells, by the stored name of its aggregate. */
    public Replays(Map<String, Replay> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** What was known after an event. */
    @QueryHandler
    public Optional<PastCase> answer(CaseAt query) {
        return Optional.ofNullable(kinds.get(query.kind()))
                .flatMap(kind -> kind.at(query.id(), query.sequence(), query.now()));
    }

    /** After which events a duty was late. */
    @QueryHandler
    public List<Long> answer(MissedDuties query) {
        return Optional.ofNullable(kinds.get(query.kind()))
                .map(kind -> kind.missed(query.id()))
                .orElse(List.of());
    }
}
