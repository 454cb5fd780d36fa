package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;

/** A log's signed word that a leaf will be under a checkpoint before the end of an hour: broken, it is evidence. */
public final class Promise {

    /** The size of an encoded promise in bytes. */
    public static final int SIZE = 32 + 4 + 64 + 2420;

    private static final String LABEL = "kulkul/v1/promise";

    private final Digest leafHash;
    private final long hourDue;
    private final byte[] ed25519;
    private final byte[] mldsa44;

    Promise(Digest leafHash, long hourDue, byte[] ed25519, byte[] mldsa44) {
        this.leafHash = leafHash;
        this.hourDue = hourDue;
        this.ed25519 = ed25519.clone();
        this.mldsa44 = mldsa44.clone();
    }

    /** What is promised to be there. */
    public Digest leafHash() {
        return leafHash;
    }

    /** The last hour since 1970 in which it may still be missing. */
    public long hourDue() {
        return hourDue;
    }

    /** The 2,520 bytes: leaf hash, u32 hour, Ed25519 signature, ML-DSA-44 signature. */
    public byte[] encoded() {
        return new StructWriter(SIZE)
                .digest(leafHash)
                .u32(hourDue)
                .raw(ed25519)
                .raw(mldsa44)
                .bytes();
    }

    /**
     * The promise of 2,520 bytes, not yet verified.
     *
     * @throws InvalidEvidence for another length
     */
    public static Promise decoded(byte[] bytes) throws InvalidEvidence {
        StructReader in = new StructReader(bytes);
        try {
            Promise promise = new Promise(in.digest(), in.u32(), in.take(64), in.take(2420));
            in.end();
            return promise;
        } catch (OpenFailed e) {
            throw new InvalidEvidence("not-a-promise");
        }
    }

    /**
     * Checks both signatures.
     *
     * @throws InvalidEvidence {@code bad-ed25519-signature} or {@code bad-mldsa44-signature}
     */
    public void verify(LogVerifier log) throws InvalidEvidence {
        byte[] message = message(leafHash, hourDue);
        if (!log.publicKey().verifyEd25519(message, ed25519)) throw new InvalidEvidence("bad-ed25519-signature");
        if (!log.publicKey().verifyMlDsa44(message, mldsa44)) throw new InvalidEvidence("bad-mldsa44-signature");
    }

    static byte[] message(Digest leafHash, long hourDue) {
        return new StructWriter(LABEL.length() + 1 + 36)
                .ascii(LABEL)
                .u8(0)
                .digest(leafHash)
                .u32(hourDue)
                .bytes();
    }
}
