package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks the events of one aggregate, each by its own path to the one checkpoint at the front. */
final class CaseCheck implements ExportCheck {

    private final EventCheck events;
    private final CheckpointCheck checkpoints;
    private final Cosignatures cosignatures;
    private final Pins pins;
    private final LeafListener leaves;
    private final Set<Long> indexes = new HashSet<>();
    private @Nullable Checkpoint tree;
    private @Nullable UUID aggregate;
    private @Nullable CaseSpan span;
    private @Nullable Digest list;
    private long next;

    CaseCheck(
            EventCheck events, CheckpointCheck checkpoints, Cosignatures cosignatures, Pins pins, LeafListener leaves) {
        this.events = events;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.pins = pins;
        this.leaves = leaves;
    }

    @Override
    public void accept(ExportLine line) throws Broken {
        try {
            switch (line) {
                case ExportLine.Marked marked -> tree(marked.checkpoint());
                case ExportLine.CaseEvent event -> event(event);
                case ExportLine.Cosigned cosigned -> cosignatures.accept(cosigned);
                default -> throw new InvalidEvidence("misplaced-line");
            }
        } catch (InvalidEvidence e) {
            throw new Broken(position(), e.reason());
        }
    }

    private void tree(RecordedCheckpoint recorded) throws InvalidEvidence, Broken {
        boolean bare = recorded.padCount() == 0
                && recorded.padSeed().equals(Hex16.ZERO)
                && recorded.leaves().isEmpty();
        if (tree != null || !bare) throw new InvalidEvidence("misplaced-line");
        SignedCheckpoint signed = checkpoints.signed(recorded, 0);
        tree = signed.checkpoint();
        cosignatures.accept(signed);
    }

    private void event(ExportLine.CaseEvent event) throws InvalidEvidence, Broken {
        if (tree == null) throw new InvalidEvidence("misplaced-line");
        EventRow row = event.row();
        Digest leaf = events.leaf(row);
        if (!MerkleProofs.includes(leaf, event.index(), tree.size(), event.path(), tree.root())) {
            throw new Broken(Math.max(event.index(), 0), "not-included");
        }
        if (event.index() < next) throw new InvalidEvidence("event-moved");
        next = event.index();
        if (aggregate != null && !aggregate.equals(row.aggregate())) throw new InvalidEvidence("event-of-another-case");
        aggregate = row.aggregate();
        String fault = events.fault(row);
        if (fault != null) throw new InvalidEvidence(fault);
        Digest published = events.list(row);
        if (published != null) list = published;
        pins.leaf(event.index(), leaf);
        leaves.leaf(event.index(), leaf);
        leaves.event(event.index(), row.aggregate());
        indexes.add(event.index());
        next = event.index() + 1;
    }

    @Override
    public void end() throws Broken {
        if (tree == null || aggregate == null) throw Broken.ofFile("event-missing");
        if (list != null && !list.equals(tree.lists().of(aggregate).orElse(list)))
            throw new Broken(next - 1, LogCheck.NOT_IN_FORCE);
        pins.tree(tree);
        span = pins.span(aggregate, indexes, tree.size());
    }

    @Override
    public Optional<CaseSpan> span() {
        return Optional.ofNullable(span);
    }

    @Override
    public long position() {
        return next;
    }

    @Override
    public long size() {
        return tree == null ? 0 : tree.size();
    }

    @Override
    public Digest root() {
        return tree == null ? new Frontier().root() : tree.root();
    }
}
