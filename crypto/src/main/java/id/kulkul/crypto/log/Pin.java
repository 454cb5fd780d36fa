package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that someone kept elsewhere: a checkpoint, and the leaf hashes below it that came with it. */
final class Pin {

    private final String name;
    private final String divergence;
    private final SignedCheckpoint checkpoint;
    private final KeptLeaves leaves;
    private final boolean isWholeLog;
    private final List<SignedCheckpoint> closed;
    private boolean agreed;
    private boolean aside;
    private @Nullable Broken held;

    Pin(String name, String divergence, SignedCheckpoint checkpoint, KeptLeaves leaves) {
        this(name, divergence, checkpoint, leaves, false, List.of());
    }

    /**
     * One that may be of a whole log.
     *
     * @param closed the last checkpoint of each origin that it left, the first one first
     */
    Pin(
            String name,
            String divergence,
            SignedCheckpoint checkpoint,
            KeptLeaves leaves,
            boolean isWholeLog,
            List<SignedCheckpoint> closed) {
        this.name = name;
        this.divergence = divergence;
        this.checkpoint = checkpoint;
        this.leaves = leaves;
        this.isWholeLog = isWholeLog;
        this.closed = List.copyOf(closed);
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

    /**
     * Keeps the first thing that a history in another origin contradicts, until it is known whether it comes to this
     * one.
     */
    void hold(Broken difference) {
        if (held == null) held = difference;
    }

    Optional<Broken> held() {
        return Optional.ofNullable(held);
    }

    /** What it vouches for beyond the leaves that both keep was declared lost. */
    void setAside() {
        aside = true;
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

    /** The last that it has of its log in a generation, which it may have left for its own. */
    Optional<Checkpoint> in(int generation) {
        return Stream.concat(Stream.of(checkpoint), closed.stream())
                .map(SignedCheckpoint::checkpoint)
                .filter(one -> generation(one) == generation)
                .findFirst();
    }

    /** How many of its first leaves are those of its log in that generation, too. */
    long shared(int generation) {
        return in(generation).map(Checkpoint::size).orElse(0L);
    }

    /** Where it went on in another origin. */
    List<Restored> restored() {
        List<Restored> places = new ArrayList<>();
        for (int i = 0; i < closed.size(); i++) {
            SignedCheckpoint next = i + 1 < closed.size() ? closed.get(i + 1) : checkpoint;
            Checkpoint last = closed.get(i).checkpoint();
            places.add(new Restored(known(last), last.size(), known(next.checkpoint())));
        }
        return places;
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
        return generation(checkpoint.checkpoint());
    }

    private static int generation(Checkpoint one) {
        return known(one).generation();
    }

    private static LogOrigin known(Checkpoint one) {
        try {
            return LogOrigin.parse(one.origin());
        } catch (InvalidEvidence unchecked) {
            throw new IllegalStateException("its origin was looked at before", unchecked);
        }
    }

    /** It was signed by its log, and so was what it has of earlier origins. */
    void verify(Trust trust) throws InvalidEvidence {
        checkpoint.verify(trust.log(origin()));
        for (SignedCheckpoint last : closed) last.verify(trust.log(known(last.checkpoint())));
    }

    boolean hasAgreed() {
        return agreed;
    }

    String name() {
        return name;
    }
}
