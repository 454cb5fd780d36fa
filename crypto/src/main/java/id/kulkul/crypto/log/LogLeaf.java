package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.UUID;

/**
 * One event as a log holds it: everything about it is bound, nothing of it can be read.
 *
 * @param aggType u8
 * @param sequence of the aggregate, from 0
 * @param eventType u16
 * @param hour since 1970, u32
 * @param salt sixteen random bytes, so that a leaf hash cannot be guessed
 * @param payloadSha256 of {@link EventMeta#payloadSha256}
 * @param subject the sealed items that the event accepted; zero where it accepted none
 */
public record LogLeaf(
        UUID tenant,
        int aggType,
        UUID aggregate,
        long sequence,
        int eventType,
        long hour,
        UUID salt,
        Digest payloadSha256,
        Digest subject) {

    /** The size of a leaf in bytes. */
    public static final int SIZE = 135;

    private static final String LABEL = "KULLEAF1";

    /** The 135 bytes, big-endian. */
    public byte[] encoded() {
        return new StructWriter(SIZE)
                .ascii(LABEL)
                .id(tenant)
                .u8(aggType)
                .id(aggregate)
                .u64(sequence)
                .u16(eventType)
                .u32(hour)
                .id(salt)
                .digest(payloadSha256)
                .digest(subject)
                .bytes();
    }

    /** The leaf's hash in the tree: SHA-256(00 || leaf), as in RFC 9162. */
    public Digest hash() {
        return Digest.of(TreeHash.leaf(encoded()));
    }

    /**
     * The leaf of 135 bytes.
     *
     * @throws InvalidEvidence {@code not-a-leaf} for another length or label, or a sequence past 2^63
     */
    public static LogLeaf decoded(byte[] bytes) throws InvalidEvidence {
        StructReader in = new StructReader(bytes);
        try {
            in.expect(LABEL);
            LogLeaf leaf = new LogLeaf(
                    in.id(), in.u8(), in.id(), in.u64(), in.u16(), in.u32(), in.id(), in.digest(), in.digest());
            in.end();
            return leaf;
        } catch (OpenFailed e) {
            throw new InvalidEvidence("not-a-leaf");
        }
    }
}
