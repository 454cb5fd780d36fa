package id.kulkul.query.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.Frontier;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.Padding;
import id.kulkul.crypto.log.RecordedCheckpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One log as it grows: a tree of what checkpoints cover, and the events that wait for the next one. */
final class OneLog {
    private static final long NONE = Position.BEFORE_FIRST.value();
    private static final long UNKNOWN = -1;

    final MerkleTree tree = new MerkleTree();
    final Signings signings;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Longs positions = new Longs();
    private final Map<UUID, Longs> indexes = new HashMap<>();
    private final List<Beginning> beginnings = new ArrayList<>();
    private final Longs sizes = new Longs();
    private final Longs checkpointPositions = new Longs();
    private @Nullable Damage damage;
    private long covered;

    OneLog(LogOrigin origin) {
        this.signings = new Signings(origin);
    }

    void add(Waiting event) {
        waiting.add(event);
    }

    /**
     * Takes a row together with the leaf that its event had when it was appended, which alone was acknowledged and is
     * signed for.
     */
    void add(Waiting row, Digest appended) {
        Digest found = row.leaf();
        if (found == null || !found.equals(appended)) damaged(tree.size() + waiting.size());
        add(row.with(appended));
    }

    /**
     * Takes a stored checkpoint: its events, then its padding; the root decides whether they are the right ones.
     * Nothing is signed under a closed origin.
     */
    void add(Position position, LogOrigin signed, RecordedCheckpoint checkpoint) {
        long count = checkpoint.size() - checkpoint.padCount() - tree.size();
        if (isBroken() || count < 0 || signed.isBefore(signings.origin())) {
            breakAt(tree.size());
            return;
        }
        int taken = (int) Math.min(count, waiting.size());
        List<@Nullable Digest> found = new ArrayList<>();
        for (Waiting event : waiting.subList(0, taken)) found.add(event.leaf());
        if (leadsTo(checkpoint, found)) {
            append(checkpoint, found, List.copyOf(waiting.subList(0, taken)));
            waiting.subList(0, taken).clear();
        } else if (leadsTo(checkpoint, checkpoint.leaves())) {
            damaged(tree.size() + SignedRows.firstDifference(checkpoint.leaves(), found));
            append(checkpoint, checkpoint.leaves(), SignedRows.takenFor(checkpoint.leaves(), waiting));
        } else {
            breakAt(tree.size());
            return;
        }
        signings.add(signed, checkpoint);
        sizes.add(checkpoint.size());
        checkpointPositions.add(position.value());
    }

    private boolean leadsTo(RecordedCheckpoint checkpoint, List<? extends @Nullable Digest> leaves) {
        Frontier frontier = tree.frontier(tree.size());
        for (Digest leaf : leaves) {
            if (leaf == null) return false;
            frontier.append(leaf);
        }
        for (int i = 0; i < checkpoint.padCount(); i++) frontier.append(Padding.leafHash(checkpoint.padSeed(), i));
        return frontier.size() == checkpoint.size() && frontier.root().equals(checkpoint.root());
    }

    private void append(RecordedCheckpoint checkpoint, List<? extends @Nullable Digest> leaves, List<Waiting> events) {
        for (int i = 0; i < leaves.size(); i++) {
            Digest leaf = leaves.get(i);
            if (leaf == null) throw new IllegalStateException("a leaf that leads to a root is there");
            place(events.get(i));
            tree.append(leaf);
        }
        covered += leaves.size();
        for (int i = 0; i < checkpoint.padCount(); i++) {
            positions.add(afterLast());
            tree.append(Padding.leafHash(checkpoint.padSeed(), i));
        }
    }

    private void place(Waiting event) {
        if (event.aggregate() != null) {
            Longs row = indexes.computeIfAbsent(event.aggregate(), id -> new Longs());
            while (row.size() < event.sequence()) row.add(UNKNOWN);
            if (event.sequence() == 0) beginnings.add(new Beginning(event.aggregate(), leaf(tree.size())));
            row.add(tree.size());
        }
        positions.add(
                event.position().equals(Position.BEFORE_FIRST)
                        ? afterLast()
                        : event.position().value());
    }

    /** What stands in the row for a leaf without a row of its own: below zero, and still saying what came before it. */
    private long afterLast() {
        return -2 - (positions.size() == 0 ? NONE : upTo(positions.size() - 1));
    }

    private long upTo(long leafIndex) {
        long position = positions.get(leafIndex);
        return position >= 0 ? position : -2 - position;
    }

    void damaged(long index) {
        if (damage == null) damage = new Damage(leaf(index), false);
    }

    private void breakAt(long index) {
        if (damage == null || !damage.isFatal()) {
            damage = new Damage(damage == null ? leaf(index) : damage.at(), true);
        }
    }

    private LeafIndex leaf(long index) {
        return new LeafIndex(signings.origin().log(), index);
    }

    private boolean isBroken() {
        return damage != null && damage.isFatal();
    }

    /**
     * The next checkpoint as it would be at a mark; the first one of an origin comes even without an event, so that
     * there is one to keep.
     */
    Optional<Cut> cut(Instant mark, Marks marks, UUID padSeed) {
        if (isBroken())
            throw new IllegalStateException(
                    "The stored history of " + signings.origin() + " contradicts its checkpoint.");
        if (!signings.isDue(mark, marks, waiting.size())) return Optional.empty();
        List<Digest> leaves = new ArrayList<>();
        Frontier frontier = tree.frontier(tree.size());
        for (Waiting event : waiting) {
            if (event.leaf() == null)
                throw new IllegalStateException("A stored row of " + signings.origin() + " is unreadable.");
            leaves.add(event.leaf());
            frontier.append(event.leaf());
        }
        long padding = marks.padding(tree.size(), waiting.size());
        for (int i = 0; i < padding; i++) frontier.append(Padding.leafHash(padSeed, i));
        boolean few = leaves.size() <= RecordedCheckpoint.MOST_LEAVES;
        return Optional.of(new Cut(
                signings.origin(),
                mark,
                frontier.size(),
                frontier.root(),
                padding,
                padSeed,
                few ? leaves : List.of(),
                Naming.NOTHING));
    }

    Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    /** How many events have no checkpoint yet. */
    long waiting() {
        return waiting.size();
    }

    /** Where the event behind a leaf is stored; empty for padding. */
    Optional<Position> position(long leafIndex) {
        long position = positions.get(leafIndex);
        return position < 0 ? Optional.empty() : Optional.of(new Position(position));
    }

    /** Where the last event up to a leaf is stored; empty where only padding came before. */
    Optional<Position> moment(long leafIndex) {
        return Optional.of(new Position(upTo(leafIndex))).filter(found -> !found.equals(Position.BEFORE_FIRST));
    }

    /** Where the last event is stored that a checkpoint covers. */
    Position coveredUpTo() {
        return positions.size() == 0 ? Position.BEFORE_FIRST : new Position(upTo(positions.size() - 1));
    }

    /** Where aggregates began, in their order, without so many known ones. */
    List<Beginning> beginnings(int known) {
        return List.copyOf(beginnings.subList(known, beginnings.size()));
    }

    /** One more than the highest sequence of an aggregate that a checkpoint covers. */
    long covered(UUID aggregate) {
        Longs row = indexes.get(aggregate);
        return row == null ? 0 : row.size();
    }

    Optional<LeafIndex> indexOf(UUID aggregate, long sequence) {
        Longs row = indexes.get(aggregate);
        if (row == null || sequence < 0 || sequence >= row.size()) return Optional.empty();
        long index = row.get(sequence);
        return index == UNKNOWN ? Optional.empty() : Optional.of(leaf(index));
    }

    /** Where the first checkpoint event is stored that covers a leaf. */
    Optional<Position> checkpointPosition(long leafIndex) {
        int first = sizes.firstNotBelow(leafIndex + 1);
        return first == sizes.size() ? Optional.empty() : Optional.of(new Position(checkpointPositions.get(first)));
    }

    /** How many leaves the first checkpoint has that covers a leaf. */
    OptionalLong sizeCovering(long leafIndex) {
        int first = sizes.firstNotBelow(leafIndex + 1);
        return first == sizes.size() ? OptionalLong.empty() : OptionalLong.of(sizes.get(first));
    }

    /** How far an export goes; empty where there is no checkpoint. */
    Optional<Reach> reach() {
        int count = checkpointPositions.size();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Reach(covered, new Position(checkpointPositions.get(count - 1))));
    }
}
