package id.kulkul.query.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What a stored row means for the logs of a tenant. */
record Reading(UUID tenant, EventTypes types) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A checkpoint with the log that it is of. */
    record Marked(LogOrigin origin, RecordedCheckpoint checkpoint) {}

    /** The log whose leaf a row is. */
    Optional<LogName> log(StoredEvent stored) {
        return log(types, stored);
    }

    /** The log whose leaf a row is by a table. */
    static Optional<LogName> log(EventTypes types, StoredEvent stored) {
        return types.aggregate(stored.aggregateType()).flatMap(type -> type.log());
    }

    /** The leaf of a stored row; nothing where it is of another tenant. */
    Optional<Waiting> waiting(StoredEvent stored) {
        try {
            EventRow row = stored.row();
            if (!row.tenant().equals(tenant)) return Optional.empty();
            return Optional.of(new Waiting(
                    stored.position(),
                    row.aggregate(),
                    row.sequence(),
                    row.leaf(types).hash()));
        } catch (IllegalArgumentException | InvalidEvidence e) {
            return Optional.of(Waiting.unreadable(stored.position()));
        }
    }

    /**
     * The origin in which a log goes on from this event on, because a loss was declared; nothing of any other event.
     */
    Optional<LogOrigin> restored(StoredEvent stored) {
        if (!stored.name().equals("log-restored")) return Optional.empty();
        try {
            LogOrigin origin = LogOrigin.parse(
                    MAPPER.readTree(stored.payload()).path("newOrigin").asText());
            return Optional.of(origin).filter(of -> of.tenant().equals(tenant));
        } catch (IOException | InvalidEvidence e) {
            return Optional.empty();
        }
    }

    /** The list of recipients that an event published for its channel; nothing of any other event. */
    Optional<Digest> list(StoredEvent stored) {
        if (!stored.name().equals("manifest-published")) return Optional.empty();
        try {
            if (!stored.row().tenant().equals(tenant)) return Optional.empty();
            String list = MAPPER.readTree(stored.payload()).path("manifest").asText();
            return Optional.of(ListsInForce.digest(Base64.getUrlDecoder().decode(list)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What cannot be read as a checkpoint is none: the next one of that log shows that one is missing. */
    Optional<Marked> checkpoint(StoredEvent stored) {
        if (!stored.name().equals("checkpoint-recorded")) return Optional.empty();
        try {
            CheckpointJson json = CheckpointJson.read(stored.payload());
            LogOrigin origin = LogOrigin.parse(json.origin());
            return Optional.of(new Marked(origin, json.checkpoint()))
                    .filter(marked -> marked.origin().tenant().equals(tenant));
        } catch (IllegalArgumentException | InvalidEvidence e) {
            return Optional.empty();
        }
    }
}
