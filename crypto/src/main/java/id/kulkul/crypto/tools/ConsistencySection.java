package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.MerkleProofs;
import id.kulkul.crypto.log.MerkleTree;

/** The proof that a tree began as a smaller one. */
final class ConsistencySection implements Section {
    @Override
    public String name() {
        return "consistency";
    }

    @Override
    public void check(Case entry) {
        var tree = new MerkleTree();
        entry.digests("leafHashes").forEach(tree::append);
        long first = entry.number("first");
        long second = tree.size();
        var proof = tree.consistency(first, second);
        if (!MerkleProofs.consistent(first, tree.root(first), second, tree.root(second), proof)) {
            throw new IllegalStateException("the proof does not lead to the roots");
        }
        entry.gives("firstRoot", tree.root(first));
        entry.gives("secondRoot", tree.root(second));
        entry.givesDigests("proof", proof);
    }
}
