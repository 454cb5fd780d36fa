package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.UUID;

/** Leaves that stand for no event, so that the size of a log does not count what happened. */
public final class Padding {

    private Padding() {}

    /** The hash of padding leaf i (from 0) of a checkpoint: SHA-256(00 || "KULPAD01" || seed || u32 i). */
    public static Digest leafHash(UUID seed, long i) {
        byte[] leaf = new StructWriter(28).ascii("KULPAD01").id(seed).u32(i).bytes();
        return Digest.of(TreeHash.leaf(leaf));
    }
}
