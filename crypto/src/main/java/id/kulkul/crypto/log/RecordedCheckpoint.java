package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A checkpoint as the history keeps it.
 *
 * @param mark milliseconds since 1970, a whole second
 * @param size leaves in the tree, padding included
 * @param padCount how many of them this checkpoint added as padding, after its events
 * @param padSeed of {@link Padding#leafHash}
 * @param note the signed note
 * @param leaves the leaf hashes of the events that this checkpoint added; empty where they are too many to repeat. They
 *     prove nothing that the root does not prove: they only say which event was changed
 */
public record RecordedCheckpoint(
        long mark, long size, Digest root, long padCount, UUID padSeed, String note, List<Digest> leaves) {

    /** How many leaf hashes a checkpoint repeats at most. */
    public static final int MOST_LEAVES = 4096;

    /** Takes a copy of the leaves. */
    public RecordedCheckpoint {
        leaves = List.copyOf(leaves);
    }

    /** The leaf hashes one after the other, 32 bytes each. */
    public static byte[] packed(List<Digest> leaves) {
        byte[] bytes = new byte[32 * leaves.size()];
        for (int i = 0; i < leaves.size(); i++) System.arraycopy(leaves.get(i).bytes(), 0, bytes, 32 * i, 32);
        return bytes;
    }

    /**
     * The leaf hashes of {@link #packed} bytes.
     *
     * @throws IllegalArgumentException where their length is no multiple of 32
     */
    public static List<Digest> unpacked(byte[] bytes) {
        if (bytes.length % 32 != 0) throw new IllegalArgumentException("leaf hashes have 32 bytes");
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += 32) leaves.add(Digest.of(Arrays.copyOfRange(bytes, i, i + 32)));
        return leaves;
    }
}
