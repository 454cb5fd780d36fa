package id.kulkul.query.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One stored row as it lies in the store: its payload is never parsed, upcast or written anew.
 *
 * @param index the global index, known inside the server only
 * @param aggregate 32 lower-case hex digits
 * @param sequence the aggregate's own count, from 0
 * @param time milliseconds are kept, finer parts are not
 * @param metadata at least tenant, actor, salt and subject, as lower-case hex
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredEvent(
        long index,
        UUID eventId,
        String aggregateType,
        String aggregate,
        long sequence,
        String name,
        String revision,
        Instant time,
        byte[] payload,
        Map<String, String> metadata) {

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredEvent that
                && index == that.index
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
        return Objects.hash(index, eventId);
    }

    @Override
    public String toString() {
        return aggregateType + " " + aggregate + "@" + sequence + " " + name;
    }
}
