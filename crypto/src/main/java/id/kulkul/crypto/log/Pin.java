package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that someone kept elsewhere: a checkpoint, and the leaf hashes below it that came with it. */
final class Pin {

    private final String name;
    private final String divergence;
    private final SignedCheckpoint checkpoint;
    private final KeptLeaves leaves;
    private final boolean isWholeLog;
    private boolean agreed;
    private boolean aside;
    private @Nullable Broken held;

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

    /** What a leaf of the history at that index contradicts; empty where nothing else was kept. */
    Optional<Broken> compareLeaf(long index, Digest leafHash) {
        return leaves.allow(index, leafHash) ? Optional.empty() : Optional.of(new Broken(index, divergence));
    }

    /** Compares the root of that size where it can tell it; the same root leaves nothing open. */
    Optional<Broken> compareRoot(long size, Digest root, long vouched) {
        Optional<Digest> known =
                size == size() ? Optional.of(checkpoint.checkpoint().root()) : leaves.root(size);
        if (known.isEmpty()) return Optional.empty();
        if (!known.get().equals(root)) return Optional.of(Broken.below(vouched, size, "diverges-from-checkpoint"));
        agreed = true;
        return Optional.empty();
    }

    /** Whether its checkpoint names lists, and not these. */
    boolean namesOthers(ListsInForce inForce) {
        ListsInForce named = checkpoint.checkpoint().lists();
        return !named.isEmpty() && !named.equals(inForce);
    }

    /** Keeps the first thing that a history in another origin contradicts, until it is known whether it comes to this one. */
    void hold(Broken difference) {
        if (held == null) held = difference;
    }

    Optional<Broken> held() {
        return Optional.ofNullable(held);
    }

    /** What it vouches for beyond the leaves that both keep was declared lost. */
    void setAside() {
        aside = !agreed;
    }

    boolean isAside() {
        return aside;
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

    /** Under which origin it was signed, which must be of a log of ours. */
    LogOrigin origin() throws InvalidEvidence {
        return LogOrigin.parse(checkpoint.checkpoint().origin());
    }

    String text() {
        return checkpoint.checkpoint().origin();
    }

    int generation() {
        try {
            return origin().generation();
        } catch (InvalidEvidence unchecked) {
            throw new IllegalStateException("its origin was looked at before", unchecked);
        }
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
