package id.kulkul.query.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The leaves of events as they were appended, until the logs read the stored rows: what was changed or taken away in
 * between makes another leaf or none. The newest {@value #MOST} are known, which is more than comes between two marks.
 */
public final class AppendedLeaves {
    static final int MOST = 1 << 17;

    /** The leaf that an event had before it was stored. */
    public record Kept(LogName log, Digest leaf) {}

    private final EventTypes types;
    private final ConcurrentSkipListMap<Position, Kept> kept = new ConcurrentSkipListMap<>();

    /** Knows nothing yet. */
    public AppendedLeaves(EventTypes types) {
        this.types = types;
    }

    /** The leaf of an event that is about to be stored; empty where it is of no log. */
    public Optional<Kept> of(StoredEvent appended) {
        return Reading.log(types, appended)
                .flatMap(log -> appended.leafHash(types).map(leaf -> new Kept(log, leaf)));
    }

    /**
     * Takes the leaf of an event that is about to be stored there; what was meant for that place before was not stored.
     */
    public void keep(Position place, Optional<Kept> leaf) {
        leaf.ifPresentOrElse(present -> kept.put(place, present), () -> kept.remove(place));
        Map.Entry<Position, Kept> oldest = kept.firstEntry();
        if (oldest != null && oldest.getKey().value() <= place.value() - MOST) kept.pollFirstEntry();
    }

    /** The leaf that was appended at a position, once. */
    Optional<Kept> at(Position place) {
        return Optional.ofNullable(kept.remove(place));
    }

    /** The leaves that were appended before a position and that nobody asked for: their rows are gone. */
    List<Kept> before(Position place) {
        Map<Position, Kept> gone = kept.headMap(place);
        List<Kept> leaves = new ArrayList<>(gone.values());
        gone.clear();
        return leaves;
    }
}
