package id.kulkul.query.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.InvalidEvidence;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One stored row as it lies in the store: its payload is never parsed, upcast or written anew.
 *
 * @param aggregate 32 lower-case hex digits
 * @param sequence the aggregate's own count, from 0
 * @param time milliseconds are kept, finer parts are not
 * @param metadata at least tenant, actor, salt and subject, as lower-case hex
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredEvent(
        Position position,
        UUID eventId,
        String aggregateType,
        String aggregate,
        long sequence,
        String name,
        String revision,
        Instant time,
        byte[] payload,
        Map<String, String> metadata) {

    /**
     * The row as its leaf and an export need it.
     *
     * @throws IllegalArgumentException where an id or one of the four values of the metadata is missing or malformed
     */
    public EventRow row() {
        return new EventRow(
                eventId,
                aggregateType,
                Hex16.parse(aggregate),
                sequence,
                name,
                revision,
                time.toEpochMilli(),
                payload,
                Hex16.parse(metadata("tenant")),
                Hex16.parse(metadata("actor")),
                Hex16.parse(metadata("salt")),
                Digest.parse(metadata("subject")));
    }

    /** The hash of the row's leaf by a table; empty where the row is no longer one that a leaf can be made of. */
    public Optional<Digest> leafHash(EventTypes types) {
        try {
            return Optional.of(row().leaf(types).hash());
        } catch (InvalidEvidence | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private String metadata(String key) {
        String value = metadata.get(key);
        if (value == null) throw new IllegalArgumentException("a stored row names its " + key);
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredEvent that
                && position.equals(that.position)
                && sequence == that.sequence
                && eventId.equals(that.eventId)
                && aggregateType.equals(that.aggregateType)
                && aggregate.equals(that.aggregate)
                && name.equals(that.name)
                && revision.equals(that.revision)
                && time.equals(that.time)
                && Arrays.equals(payload, that.payload)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, eventId);
    }

    @Override
    public String toString() {
        return aggregateType + " " + aggregate + "@" + sequence + " " + name;
    }
}
