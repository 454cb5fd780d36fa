package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.UUID;

/**
 * What a stored row says beside its payload, as the leaf hashes it.
 *
 * @param aggType number of the aggregate type, u8
 * @param sequence the aggregate's own count, from 0
 * @param eventType number of the event type, u16
 * @param revision of the payload's form, u16
 * @param actor who acted; the zero id for a reporter
 * @param timeMillis since 1970; a whole hour on the protected channel
 */
public record EventMeta(
        UUID eventId,
        int aggType,
        UUID aggregate,
        long sequence,
        int eventType,
        int revision,
        UUID actor,
        long timeMillis) {

    private static final int SIZE = 69;

    /** The 69 bytes, big-endian. */
    public byte[] encoded() {
        return new StructWriter(SIZE)
                .id(eventId)
                .u8(aggType)
                .id(aggregate)
                .u64(sequence)
                .u16(eventType)
                .u16(revision)
                .id(actor)
                .u64(timeMillis)
                .bytes();
    }

    /** SHA-256 over the label, these bytes, the payload's length as u32, and the payload exactly as it is stored. */
    public Digest payloadSha256(byte[] payload) {
        byte[] length = new StructWriter(4).u32(payload.length).bytes();
        return Digest.labelled("kulkul/v1/event", encoded(), length, payload);
    }
}
