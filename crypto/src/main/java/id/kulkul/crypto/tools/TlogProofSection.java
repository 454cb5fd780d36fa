package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.TlogProof;
import java.time.Instant;

/** The file that proves one event. */
final class TlogProofSection implements Section {
    @Override
    public String name() {
        return "tlogProof";
    }

    @Override
    public void check(Case entry) throws InvalidEvidence {
        var keys = CheckpointSection.keys(entry);
        var tree = new MerkleTree();
        entry.digests("leafHashes").forEach(tree::append);
        var mark = Instant.ofEpochSecond(entry.number("time"));
        var checkpoint = keys.sign(tree.size(), tree.root(tree.size()), mark);
        long index = entry.number("index");
        var leaf = LogLeaf.decoded(entry.bytes("leaf"));
        var proof = new TlogProof(leaf, index, tree.inclusion(index, tree.size()), checkpoint);
        TlogProof.parse(proof.text()).verify(keys.verifier());
        entry.gives("proof", proof.text());
    }
}
