package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Checkpoints, receipts and earlier exports that someone kept elsewhere: a history must agree with every one of them. */
public final class Pins {

    private final List<SignedCheckpoint> checkpoints = new ArrayList<>();
    private final Map<Long, Digest> leaves = new HashMap<>();
    private final Set<SignedCheckpoint> agreed = new HashSet<>();
    private List<Digest> earlier = List.of();
    private long vouched;

    /** Pins a checkpoint. */
    public void add(SignedCheckpoint checkpoint) {
        checkpoints.add(checkpoint);
    }

    /**
     * Pins a receipt: its leaf and its checkpoint.
     *
     * @throws InvalidEvidence {@code not-included} where it contradicts itself
     */
    public void add(TlogProof receipt) throws InvalidEvidence {
        receipt.verifyInclusion();
        checkpoints.add(receipt.checkpoint());
        leaves.put(receipt.index(), receipt.leaf().hash());
    }

    /** Pins all leaf hashes of an export that was verified before. */
    public void add(List<Digest> earlierLeaves) {
        if (earlierLeaves.size() > earlier.size()) earlier = List.copyOf(earlierLeaves);
    }

    /** A leaf of the history at its index. */
    void leaf(long index, Digest leafHash) throws Broken {
        if (index < earlier.size() && !earlier.get((int) index).equals(leafHash)) {
            throw new Broken(index, "diverges-from-earlier-export");
        }
        if (!leaves.getOrDefault(index, leafHash).equals(leafHash)) throw new Broken(index, "diverges-from-receipt");
    }

    /** The history has reached a size; a divergence lies somewhere after the last size that was vouched for. */
    void size(long size, Supplier<Digest> root) throws Broken {
        for (SignedCheckpoint pinned : checkpoints) {
            Checkpoint checkpoint = pinned.checkpoint();
            if (checkpoint.size() != size) continue;
            if (!checkpoint.root().equals(root.get())) throw new Broken(vouched, "diverges-from-checkpoint");
            agreed.add(pinned);
            vouched = size;
        }
    }

    /** The history ends at a size. */
    void end(long size, LogOrigin origin, Trust trust) throws Broken {
        boolean longer = earlier.size() > size
                || checkpoints.stream().anyMatch(pinned -> pinned.checkpoint().size() > size);
        if (longer) throw new Broken(size, "shorter-than-checkpoint");
        signatures(origin, trust);
    }

    /** Every pin was signed by the log that the history is of. */
    void signatures(LogOrigin origin, Trust trust) throws Broken {
        try {
            for (SignedCheckpoint pinned : checkpoints) pinned.verify(trust.log(origin));
        } catch (InvalidEvidence e) {
            throw new Broken(0, "checkpoint-not-of-this-log");
        }
    }

    /** How many checkpoints agreed so far. */
    int agreed() {
        return agreed.size();
    }
}
