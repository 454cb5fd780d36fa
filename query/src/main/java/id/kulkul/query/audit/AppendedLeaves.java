package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.seal.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The leaves of events as they were appended, until the logs read the stored rows: what was changed or taken away in between makes
 * another leaf or none. The newest {@value #MOST} are known, which is more than comes between two marks.
 */
public final class AppendedLeaves {
    static final int MOST = 1 << 17;

    /** The leaf that an event had before it was stored. */
    public record Kept(LogName log, Digest leaf) {}

    private final ConcurrentSkipListMap<Long, Kept> kept = new ConcurrentSkipListMap<>();

    /** The leaf of an event that is about to be stored; empty where it is of no log. */
    public static Optional<Kept> of(StoredEvent appended) {
        return Reading.log(appended).flatMap(log -> appended.leafHash().map(leaf -> new Kept(log, leaf)));
    }

    /** Takes the leaf of an event that is about to be stored there; what was meant for that place before was not stored. */
    public void keep(long index, Optional<Kept> leaf) {
        leaf.ifPresentOrElse(present -> kept.put(index, present), () -> kept.remove(index));
        Map.Entry<Long, Kept> oldest = kept.firstEntry();
        if (oldest != null && oldest.getKey() <= index - MOST) kept.pollFirstEntry();
    }

    /** The leaf that was appended at an index, once. */
    Optional<Kept> at(long index) {
        return Optional.ofNullable(kept.remove(index));
    }

    /** The leaves that were appended before an index and that nobody asked for: their rows are gone. */
    List<Kept> before(long index) {
        Map<Long, Kept> gone = kept.headMap(index);
        List<Kept> leaves = new ArrayList<>(gone.values());
        gone.clear();
        return leaves;
    }
}
