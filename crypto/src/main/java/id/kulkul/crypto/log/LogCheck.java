package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks a whole log in the order it was stored: events wait until a checkpoint covers them. */
final class LogCheck implements ExportCheck {
    /** Why a history is not whole that ends with events which no checkpoint of it covers. */
    static final String UNCOVERED = "event-without-checkpoint";

    /** A checkpoint names another list than the newest of its channel among the leaves that it covers. */
    static final String NOT_IN_FORCE = "list-not-in-force";

    private final EventCheck events;
    private final CheckpointCheck checkpoints;
    private final Cosignatures cosignatures;
    private final Pins pins;
    private final LeafListener leaves;
    private final Frontier frontier = new Frontier();
    private final List<@Nullable Digest> waiting = new ArrayList<>();
    private final List<@Nullable String> faults = new ArrayList<>();
    private final List<UUID> aggregates = new ArrayList<>();
    private final List<@Nullable Digest> published = new ArrayList<>();
    private ListsInForce inForce = ListsInForce.NONE;
    private boolean hasCheckpoint;

    LogCheck(
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
                case ExportLine.Event event -> wait(event.row());
                case ExportLine.Marked marked -> cover(marked.checkpoint());
                case ExportLine.Cosigned cosigned -> cosignatures.accept(cosigned);
                default -> throw new InvalidEvidence("misplaced-line");
            }
        } catch (InvalidEvidence e) {
            throw new Broken(position(), e.reason());
        }
    }

    private void wait(EventRow row) {
        String fault = events.fault(row);
        @Nullable Digest leaf = null;
        try {
            leaf = events.leaf(row);
        } catch (InvalidEvidence e) {
            fault = e.reason();
        }
        waiting.add(leaf);
        aggregates.add(row.aggregate());
        published.add(events.list(row));
        faults.add(fault);
    }

    private void cover(RecordedCheckpoint recorded) throws Broken, InvalidEvidence {
        long from = frontier.size();
        SignedCheckpoint signed = signed(recorded, from);
        long count = recorded.size() - recorded.padCount() - from;
        compare(recorded, from, count);
        List<@Nullable Digest> covered = waiting.subList(0, (int) count);
        for (int i = 0; i < count; i++) {
            publish(i);
            append(leaf(covered.get(i)));
            leaves.event(from + i, aggregates.get(i));
        }
        for (int i = 0; i < recorded.padCount(); i++) append(Padding.leafHash(recorded.padSeed(), i));
        if (!frontier.root().equals(recorded.root())) throw Broken.below(from, recorded.size(), "root-differs");
        requireNamed(signed.checkpoint());
        boolean listed = recorded.leaves().isEmpty() || recorded.leaves().equals(covered);
        if (!listed) throw new Broken(from, "leaf-list-differs");
        covered.clear();
        faults.subList(0, (int) count).clear();
        aggregates.subList(0, (int) count).clear();
        published.subList(0, (int) count).clear();
        cosignatures.accept(signed);
        hasCheckpoint = true;
    }

    private void publish(int i) {
        Digest list = published.get(i);
        if (list != null) inForce = inForce.with(aggregates.get(i), list);
    }

    /** Whoever seals believes the names; those from before there were any name none. */
    private void requireNamed(Checkpoint checkpoint) throws Broken {
        boolean named = !checkpoint.lists().isEmpty();
        if (named && !checkpoint.lists().equals(inForce))
            throw new Broken(Math.max(0, checkpoint.size() - 1), NOT_IN_FORCE);
    }

    private SignedCheckpoint signed(RecordedCheckpoint recorded, long from) throws Broken {
        LogOrigin before = checkpoints.origin();
        try {
            SignedCheckpoint signed = checkpoints.signed(recorded, from);
            if (checkpoints.origin().equals(before)) return signed;
            events.requireDeclared(checkpoints.origin(), from);
            pins.closed(checkpoints.origin());
            return signed;
        } catch (InvalidEvidence e) {
            throw new Broken(from, e.reason());
        }
    }

    /**
     * The first fault below a checkpoint: what was changed after signing goes before what was wrong when it was signed.
     */
    private void compare(RecordedCheckpoint recorded, long from, long count) throws Broken {
        boolean lists = !recorded.leaves().isEmpty();
        if (lists && recorded.leaves().size() != count) throw new Broken(from, "checkpoint-missing");
        int fault = firstFault((int) Math.min(count, faults.size()));
        if (lists) {
            int offset = LeafDiff.offset(recorded.leaves(), waiting);
            if (offset < count && offset <= fault && isSignedFor(recorded)) {
                throw new Broken(from + offset, LeafDiff.reason(recorded.leaves(), waiting, offset));
            }
        }
        if (fault < faults.size() && fault < count) throw new Broken(from + fault, reason(fault));
        if (waiting.size() < count) throw new Broken(from + waiting.size(), "event-missing");
    }

    private boolean isSignedFor(RecordedCheckpoint recorded) {
        Frontier signed = frontier.copy();
        recorded.leaves().forEach(signed::append);
        for (int i = 0; i < recorded.padCount(); i++) signed.append(Padding.leafHash(recorded.padSeed(), i));
        return signed.root().equals(recorded.root());
    }

    private int firstFault(int count) {
        int i = 0;
        while (i < count && faults.get(i) == null) i++;
        return i;
    }

    private String reason(int i) {
        String reason = faults.get(i);
        return reason == null ? "event-altered" : reason;
    }

    private static Digest leaf(@Nullable Digest leaf) {
        if (leaf == null) throw new IllegalStateException("an event without a leaf has a fault");
        return leaf;
    }

    private void append(Digest leaf) throws Broken {
        pins.leaf(frontier.size(), leaf);
        leaves.leaf(frontier.size(), leaf);
        frontier.append(leaf);
        pins.size(frontier.size(), frontier::root);
        pins.lists(frontier.size(), inForce);
    }

    @Override
    public long position() {
        return frontier.size() + waiting.size();
    }

    @Override
    public void end() throws Broken {
        int fault = firstFault(faults.size());
        if (fault < faults.size()) throw new Broken(frontier.size() + fault, reason(fault));
        if (!waiting.isEmpty()) throw new Broken(frontier.size(), UNCOVERED);
        if (!hasCheckpoint) throw Broken.ofFile("checkpoint-missing");
        pins.end(frontier.size());
    }

    @Override
    public long size() {
        return frontier.size();
    }

    @Override
    public Digest root() {
        return frontier.root();
    }
}
