package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one log signed last in each of its origins, and in which one it signs next. */
final class Signings {
    private final NavigableMap<Integer, RecordedCheckpoint> last = new TreeMap<>();
    private LogOrigin origin;
    private @Nullable RecordedCheckpoint latest;

    /** Of a log that begins in this origin. */
    Signings(LogOrigin first) {
        this.origin = first;
    }

    /** A loss was declared: the origin is closed, and the log goes on in a later one. */
    void restored(LogOrigin successor) {
        if (origin.isBefore(successor)) origin = successor;
    }

    void add(LogOrigin signed, RecordedCheckpoint checkpoint) {
        restored(signed);
        latest = checkpoint;
        last.put(signed.generation(), checkpoint);
    }

    /**
     * Whether a mark with so many new events makes a checkpoint: never before the last one, and always where this
     * origin signed none yet.
     */
    boolean isDue(Instant mark, Marks marks, long newEvents) {
        if (latest == null) return true;
        long since = mark.toEpochMilli() - latest.mark();
        boolean isFirst = !last.containsKey(origin.generation());
        return since > 0 && (isFirst || marks.isDue(newEvents, Duration.ofMillis(since)));
    }

    /** The origin that signs next. */
    LogOrigin origin() {
        return origin;
    }

    /** The origin of the newest checkpoint; the one that signs next where there is none. */
    LogOrigin signedOrigin() {
        return last.isEmpty() ? origin : origin.inGeneration(last.lastKey());
    }

    Optional<RecordedCheckpoint> latest() {
        return Optional.ofNullable(latest);
    }

    /** The last checkpoint of a generation, be it closed; empty where it signed none that is kept. */
    Optional<RecordedCheckpoint> last(int generation) {
        return Optional.ofNullable(last.get(generation));
    }
}
