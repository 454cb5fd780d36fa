package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** One stored event; the index is -1 until the writer gives it one. */
@SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
record HistoryRow(
        long index,
        UUID eventId,
        String aggregateType,
        UUID aggregate,
        long sequence,
        String name,
        String revision,
        long time,
        byte[] payload,
        byte[] stamps,
        byte @Nullable [] rest)
        implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    /**
     * The row of a message.
     *
     * @throws IllegalArgumentException when the event is of no aggregate, an id is not 32 hex digits, or a stamp is
     *     missing
     */
    static HistoryRow of(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("Only events of an aggregate are stored");
        }
        var payload = event.serializePayload(serializer, byte[].class);
        if (payload.getType().getRevision() == null) {
            throw new IllegalArgumentException("An event without a revision is not stored");
        }
        return new HistoryRow(
                -1,
                UUID.fromString(event.getIdentifier()),
                event.getType(),
                Hex16.parse(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                event.getTimestamp().toEpochMilli(),
                payload.getData(),
                Stamps.packed(event.getMetaData()),
                Stamps.rest(event.getMetaData(), serializer));
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(index);
    }

    @Override
    public String getEventIdentifier() {
        return eventId.toString();
    }

    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return Hex16.of(aggregate);
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public Instant getTimestamp() {
        return Instant.ofEpochMilli(time);
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(Stamps.json(stamps, rest), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, new SimpleSerializedType(name, revision));
    }
}
