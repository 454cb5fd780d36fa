package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.MerkleProofs;
import id.kulkul.crypto.log.MerkleTree;

/** The path of a leaf to the root. */
final class InclusionSection implements Section {
    @Override
    public String name() {
        return "inclusion";
    }

    @Override
    public void check(Case entry) {
        var tree = new MerkleTree();
        var leaves = entry.digests("leafHashes");
        leaves.forEach(tree::append);
        int index = entry.count("index");
        var path = tree.inclusion(index, leaves.size());
        var root = tree.root(leaves.size());
        if (!MerkleProofs.includes(leaves.get(index), index, leaves.size(), path, root)) {
            throw new IllegalStateException("the path does not lead to the root");
        }
        entry.gives("root", root);
        entry.givesDigests("path", path);
    }
}
