package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.Arrays;
import java.util.UUID;

/** A text as it was sealed, by a sender whose signature has been verified. */
public final class Inner {
    static final int SIGNED_HEAD = 1 + Hex16.SIZE + 4 + Digest.SIZE + Digest.SIZE + 2 + 4;
    private static final int VERSION = 1;

    private final UUID signer;
    private final long seq;
    private final Digest prev;
    private final Digest seen;
    private final int type;
    private final byte[] body;

    private Inner(UUID signer, long seq, Digest prev, Digest seen, int type, byte[] body) {
        this.signer = signer;
        this.seq = seq;
        this.prev = prev;
        this.seen = seen;
        this.type = type;
        this.body = body;
    }

    static byte[] encoded(Context context, Digest manifest, Draft draft, SigningKey signer) {
        refuseStrayChain(context.kind(), draft.prev(), draft.seen());
        var fields = new StructWriter(SIGNED_HEAD + draft.body().length)
                .u8(VERSION)
                .id(signer.verifying().keyId())
                .u32(context.seq())
                .digest(draft.prev())
                .digest(draft.seen())
                .u16(draft.type())
                .u32(draft.body().length)
                .raw(draft.body())
                .bytes();
        var signature = signer.sign(signed(context, manifest, fields));
        var whole = Arrays.copyOf(fields, fields.length + VerifyingKey.SIGNATURE);
        System.arraycopy(signature, 0, whole, fields.length, signature.length);
        Arrays.fill(fields, (byte) 0);
        return whole;
    }

    static Inner decoded(Context context, byte[] plaintext) throws OpenFailed {
        var in = new StructReader(plaintext);
        StructReader.require(in.u8() == VERSION);
        var inner = new Inner(in.id(), in.u32(), in.digest(), in.digest(), in.u16(), in.take(in.u32()));
        in.take(VerifyingKey.SIGNATURE);
        in.end();
        StructReader.require(inner.seq == context.seq());
        try {
            refuseStrayChain(context.kind(), inner.prev, inner.seen);
        } catch (IllegalArgumentException e) {
            throw new OpenFailed();
        }
        return inner;
    }

    /** What a sender signs: the place, the manifest that names the recipients, and all fields before the signature. */
    static byte[] signed(Context context, Digest manifest, byte[] fields) {
        return new StructWriter(17 + Context.SIZE + 2 * Digest.SIZE)
                .ascii("kulkul/v1/sender")
                .u8(0)
                .raw(context.encoded())
                .digest(manifest)
                .digest(Digest.sha256(fields))
                .bytes();
    }

    private static void refuseStrayChain(Kind kind, Digest prev, Digest seen) {
        if (!kind.isChained() && !(prev.equals(Digest.ZERO) && seen.equals(Digest.ZERO))) {
            throw new IllegalArgumentException("Only reports and messages follow one another.");
        }
    }

    /** The id of the sender's verifying key. */
    public UUID signer() {
        return signer;
    }

    /** The sender's own counter in this case, from 0. */
    public long seq() {
        return seq;
    }

    /** The digest of this sender's previous item in the case, zero if this is the first. */
    public Digest prev() {
        return prev;
    }

    /** The digest of the newest item of the other side that the sender had, zero if none. */
    public Digest seen() {
        return seen;
    }

    public int type() {
        return type;
    }

    /** The text itself, not copied: whoever is done with it calls {@link #wipe}. */
    public byte[] body() {
        return body;
    }

    public void wipe() {
        Arrays.fill(body, (byte) 0);
    }
}
