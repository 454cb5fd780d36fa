package id.kulkul.web.log;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.store.WrongStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the stream into which a checkpoint goes: one that cannot be used costs no day, it is told and the next one
 * taken.
 */
@Component
public class DayStreams {
    /** A day of a log whose checkpoints do not stand in its first stream. */
    public record Beside(String log, LocalDate day) {}

    private static final Logger LOG = LoggerFactory.getLogger(DayStreams.class);
    private static final String TYPE = "checkpoints";
    private static final int MOST = 1_000;

    private final StoredEvents history;
    /** Those that could not be used, the oldest first. */
    private final Map<CheckpointsId, Beside> unusable = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CheckpointsId, Beside> oldest) {
            return size() > MOST;
        }
    };

    DayStreams(StoredEvents history) {
        this.history = history;
    }

    /**
     * The checkpoint, for the first stream of its day that can take it; a day that began under an id of the first form
     * goes on there.
     */
    synchronized RecordCheckpoint place(RecordCheckpoint checkpoint) {
        LocalDate day = day(checkpoint);
        CheckpointsId old = CheckpointsId.ofFirstForm(checkpoint.origin(), day);
        if (!unusable.containsKey(old) && first(old).filter(DayStreams::isOurs).isPresent())
            return checkpoint.in(old, 0);
        for (int stream = 0; ; stream++) {
            CheckpointsId id = CheckpointsId.of(checkpoint.origin(), day, stream);
            RecordCheckpoint placed = checkpoint.in(id, stream);
            if (!unusable.containsKey(id)
                    && first(id).filter(row -> !isOurs(row)).isEmpty()) return placed;
            giveUp(placed);
        }
    }

    private Optional<StoredEvent> first(CheckpointsId id) {
        return history.one(id.toString(), 0);
    }

    private static boolean isOurs(StoredEvent row) {
        return row.aggregateType().equals(TYPE);
    }

    /**
     * Whether a checkpoint was not stored because of what its stream holds, and not of what it says or of the store.
     */
    static boolean isOfTheStream(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IncompatibleAggregateException
                    || cause instanceof WrongStream
                    || cause instanceof SerializationException) return true;
        }
        return false;
    }

    /** Never uses the stream of this checkpoint again; said once. */
    synchronized void giveUp(RecordCheckpoint checkpoint) {
        Beside beside = new Beside(name(checkpoint), day(checkpoint));
        if (unusable.putIfAbsent(checkpoint.day(), beside) != null) return;
        LOG.error(
                "The {} log's stream {} of {} cannot be used; its checkpoints go into the next one",
                beside.log(),
                checkpoint.day(),
                beside.day());
    }

    /** The days whose checkpoints stand in another stream than the first, as far as this program met them. */
    public synchronized List<Beside> beside() {
        return unusable.values().stream().distinct().toList();
    }

    private static String name(RecordCheckpoint checkpoint) {
        try {
            return LogOrigin.parse(checkpoint.origin()).log().text();
        } catch (InvalidEvidence impossible) {
            throw new IllegalStateException("a checkpoint of ours names its log", impossible);
        }
    }

    private static LocalDate day(RecordCheckpoint checkpoint) {
        return Instant.ofEpochMilli(checkpoint.mark()).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
