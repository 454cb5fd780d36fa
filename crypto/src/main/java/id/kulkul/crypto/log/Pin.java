package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One thing that someone kept elsewhere: a checkpoint, and the leaf hashes below it that came with it. */
final class Pin {

    private final String name;
    private final String divergence;
    private final SignedCheckpoint checkpoint;
    private final KeptLeaves leaves;
    private final boolean isWholeLog;
    private boolean agreed;

    Pin(String name, String divergence, SignedCheckpoint checkpoint, KeptLeaves leaves) {
        this(name, divergence, checkpoint, leaves, false);
    }

    Pin(String name, String divergence, SignedCheckpoint checkpoint, KeptLeaves leaves, boolean isWholeLog) {
        this.name = name;
        this.divergence = divergence;
        this.checkpoint = checkpoint;
        this.leaves = leaves;
        this.isWholeLog = isWholeLog;
    }

    void compareLeaf(long index, Digest leafHash) throws Broken {
        if (!leaves.allow(index, leafHash)) throw new Broken(index, divergence);
    }

    /** Compares the root of that size where it can tell it; the same root leaves nothing open. */
    void compareRoot(long size, Digest root, long vouched) throws Broken {
        Optional<Digest> known =
                size == size() ? Optional.of(checkpoint.checkpoint().root()) : leaves.root(size);
        if (known.isEmpty()) return;
        if (!known.get().equals(root)) throw Broken.below(vouched, size, "diverges-from-checkpoint");
        agreed = true;
    }

    /** Whether it holds every leaf of a tree of that size, and that tree is the one that it was compared with. */
    boolean showsAll(long size) {
        return isWholeLog && agreed && size() >= size;
    }

    List<Long> eventsOf(UUID aggregate) {
        return leaves.eventsOf(aggregate);
    }

    long size() {
        return checkpoint.checkpoint().size();
    }

    boolean isOf(LogOrigin origin) {
        return checkpoint.checkpoint().origin().equals(origin.text());
    }

    void verify(LogVerifier log) throws InvalidEvidence {
        checkpoint.verify(log);
    }

    boolean hasAgreed() {
        return agreed;
    }

    String name() {
        return name;
    }
}
