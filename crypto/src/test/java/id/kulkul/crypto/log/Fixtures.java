package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Keys and leaves of fixed bytes, so that every run signs the same. */
public final class Fixtures {

    public static final UUID TENANT = new UUID(0x1111111111111111L, 0x1111111111111111L);
    public static final LogOrigin WBS = new LogOrigin(TENANT, LogName.WBS);
    public static final LogKeys KEYS = keys(WBS, 1);
    public static final LogKeys THIEF = keys(WBS, 7);
    public static final Instant MARK = Instant.parse("2026-11-24T08:15:00Z");

    private Fixtures() {}

    public static LogKeys keys(LogOrigin origin, int seed) {
        return new LogKeys(origin, HybridKey.of(filled(seed), filled(seed + 1)));
    }

    static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static LogLeaf leaf(int number) {
        return new LogLeaf(
                TENANT,
                1,
                new UUID(0x3333333333333333L, 0x3333333333333333L),
                number,
                10,
                498_000,
                new UUID(0x5555555555555555L, number),
                Digest.sha256(("payload " + number).getBytes(StandardCharsets.UTF_8)),
                Digest.of(new byte[32]));
    }

    static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) tree.append(leaf(i).hash());
        return tree;
    }
}
