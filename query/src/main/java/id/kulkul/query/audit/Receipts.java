package id.kulkul.query.audit;

import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import java.util.Optional;

/** Makes the receipt of a stored event under a checkpoint. */
final class Receipts {
    private Receipts() {}

    /** Empty where the row is not the one that was signed for. */
    static Optional<TlogProof> of(
            EventTypes types, MerkleTree tree, StoredEvent stored, long index, RecordedCheckpoint newest) {
        try {
            LogLeaf leaf = stored.row().leaf(types);
            if (!leaf.hash().equals(tree.leaf(index))) return Optional.empty();
            var path = tree.inclusion(index, newest.size());
            return Optional.of(new TlogProof(leaf, index, path, SignedCheckpoint.parse(newest.note())));
        } catch (InvalidEvidence | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
