package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.MerkleTree;
import java.nio.charset.StandardCharsets;

/** The root of a thousand leaves. */
final class MerkleSection implements Section {
    private static final int LEAVES = 1000;

    @Override
    public String name() {
        return "merkle";
    }

    @Override
    public void check(Case entry) {
        if (!entry.text("leaves").equals("leaf-0 .. leaf-999 (ASCII)")) {
            throw new IllegalArgumentException("other leaves");
        }
        var tree = new MerkleTree();
        for (int i = 0; i < LEAVES; i++) {
            tree.append(Digest.sha256(new byte[] {0}, ("leaf-" + i).getBytes(StandardCharsets.US_ASCII)));
        }
        entry.gives("root", tree.root(LEAVES));
    }
}
