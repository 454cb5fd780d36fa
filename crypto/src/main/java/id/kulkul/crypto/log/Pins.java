package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints, receipts and earlier exports that someone kept elsewhere: a history must agree with every one of them.
 * Each has a name, under which the verdict says that it could not be compared.
 */
public final class Pins {

    private final List<Pin> pins = new ArrayList<>();
    private long vouched;
    private int generation = 1;

    /** Pins a checkpoint. */
    public void add(String name, SignedCheckpoint checkpoint) {
        pins.add(new Pin(name, "diverges-from-checkpoint", checkpoint, new KeptLeaves()));
    }

    /**
     * Pins a receipt: its leaf and its checkpoint.
     *
     * @throws InvalidEvidence {@code not-included} where it contradicts itself
     */
    public void add(String name, TlogProof receipt) throws InvalidEvidence {
        receipt.verifyInclusion();
        KeptLeaves leaf = new KeptLeaves();
        leaf.leaf(receipt.index(), receipt.leaf().hash());
        leaf.event(receipt.index(), receipt.leaf().aggregate());
        pins.add(new Pin(name, "diverges-from-receipt", receipt.checkpoint(), leaf));
    }

    /**
     * Pins an earlier export of the log or of one case: every leaf in it, and its newest checkpoint.
     *
     * @throws InvalidEvidence {@code invalid-export} where it is not valid by itself
     */
    public void add(String name, EventTypes types, ExportSource export, PayloadReader payloads)
            throws InvalidEvidence, IOException {
        KeptLeaves leaves = new KeptLeaves();
        HistoryCheck check = new HistoryCheck(types, Optional.empty(), new Pins(), payloads, leaves);
        boolean valid = check.check(export).isValid();
        Optional<SignedCheckpoint> newest = check.newest();
        if (!valid || newest.isEmpty()) throw new InvalidEvidence("invalid-export");
        pins.add(new Pin(
                name, "diverges-from-earlier-export", newest.get(), leaves, !check.isOfOneCase(), check.closed()));
    }

    /**
     * The history is one of that log: what was kept of another one says nothing about it. Of an origin that a declared
     * loss closed, only what came before the loss does.
     *
     * @param first the origin in which the history begins
     */
    void origin(LogOrigin first) throws Broken {
        generation = first.generation();
        try {
            for (Pin pin : pins) if (!pin.origin().isOfLog(first)) throw new InvalidEvidence("another log");
        } catch (InvalidEvidence e) {
            throw Broken.ofFile("checkpoint-not-of-this-log");
        }
    }

    /**
     * The history goes on in a later origin: it has come to those that were kept of it, and past those of the ones
     * before.
     */
    void closed(LogOrigin successor) throws Broken {
        generation = successor.generation();
        for (Pin pin : pins) {
            if (pin.generation() < generation && !pin.hasAgreed()) pin.setAside();
            if (pin.generation() == generation && pin.held().isPresent())
                throw pin.held().get();
        }
    }

    /** A leaf of the history at its index. */
    void leaf(long index, Digest leafHash) throws Broken {
        for (Pin pin : pins) if (!pin.isAside()) differ(pin, pin.compareLeaf(index, leafHash), index + 1);
    }

    /**
     * Between two origins a difference is what was lost, unless the history comes to the origin of the pin later, or
     * the pin comes from that of the history and had as many leaves there.
     */
    private void differ(Pin pin, Optional<Broken> difference, long size) throws Broken {
        if (difference.isPresent() && size <= pin.shared(generation)) throw difference.get();
        difference.ifPresent(pin::hold);
    }

    /** A whole history has reached a size; a divergence lies somewhere after the last size that was vouched for. */
    void size(long size, Supplier<Digest> root) throws Broken {
        for (Pin pin : pins) {
            if (pin.size() != size || pin.isAside()) continue;
            differ(pin, pin.compareRoot(size, root.get(), vouched), size);
            if (pin.hasAgreed()) vouched = size;
        }
    }

    /** At a size of a whole history these lists are in force: what was kept of that size names them, or none. */
    void lists(long size, ListsInForce inForce) throws Broken {
        for (Pin pin : pins) {
            if (pin.size() == size && pin.hasAgreed() && pin.namesOthers(inForce))
                throw new Broken(Math.max(0, size - 1), LogCheck.NOT_IN_FORCE);
        }
    }

    /** A whole history ends at a size. */
    void end(long size) throws Broken {
        if (pins.stream().anyMatch(pin -> pin.shared(generation) > size))
            throw new Broken(size, "shorter-than-checkpoint");
        others().filter(pin -> !pin.hasAgreed()).forEach(Pin::setAside);
    }

    private Stream<Pin> others() {
        return pins.stream().filter(pin -> pin.generation() != generation);
    }

    /** The tree that one case is from: it can be compared with what knows the root of that very size. */
    void tree(Checkpoint tree) throws Broken {
        for (Pin pin : pins) differ(pin, pin.compareRoot(tree.size(), tree.root(), vouched), tree.size());
    }

    /**
     * How far the events of a case at these indexes reach; an event of it that a pin has and the export lacks is
     * missing.
     */
    CaseSpan span(UUID aggregate, Set<Long> indexes, long size) throws Broken {
        OptionalLong missing = pins.stream()
                .flatMapToLong(pin -> inTree(pin, aggregate, size))
                .filter(index -> !indexes.contains(index))
                .min();
        if (missing.isPresent()) throw new Broken(missing.getAsLong(), "event-missing");
        others().filter(pin -> isBeyond(pin, aggregate, indexes, size)).forEach(Pin::setAside);
        Map<String, Long> later = new HashMap<>();
        for (Pin pin : pins) {
            if (pin.isAside()) continue;
            pin.eventsOf(aggregate).stream()
                    .filter(index -> index >= size)
                    .findFirst()
                    .ifPresent(index -> later.put(pin.name(), index));
        }
        boolean compared = pins.stream().anyMatch(pin -> pin.showsAll(size));
        return new CaseSpan(aggregate, indexes.size() - 1L, compared, later);
    }

    /**
     * The events of a case in a pin that are leaves of the tree of that size as well: the same root has the same leaves
     * in every origin.
     */
    private LongStream inTree(Pin pin, UUID aggregate, long size) {
        long common = pin.hasAgreed() ? size : Math.min(size, pin.shared(generation));
        return pin.eventsOf(aggregate).stream().mapToLong(Long::longValue).filter(index -> index < common);
    }

    /**
     * Whether a pin of another origin differs, has an event of the case that the export lacks, or is of a closed one
     * and of more leaves.
     */
    private boolean isBeyond(Pin pin, UUID aggregate, Set<Long> indexes, long size) {
        if (pin.generation() < generation && pin.size() > size) return true;
        if (pin.hasAgreed()) return false;
        return pin.held().isPresent() || !indexes.containsAll(pin.eventsOf(aggregate));
    }

    /**
     * What a declaration says that its log had signed last, against what was kept of more than it kept; null where
     * nothing contradicts.
     */
    @Nullable
    String contradiction(LossFacts loss) throws InvalidEvidence {
        LogOrigin closed = LogOrigin.parse(loss.oldOrigin());
        for (Pin pin : pins) {
            Optional<Checkpoint> kept = pin.origin().isOfLog(closed) ? pin.in(closed.generation()) : Optional.empty();
            if (kept.isEmpty() || kept.get().size() <= loss.restoredSize()) continue;
            if (kept.get().size() > loss.lastWitnessedSize()) return "loss-understated";
            boolean last = kept.get().size() == loss.lastWitnessedSize();
            if (last && !kept.get().root().equals(loss.root())) return "loss-misstated";
        }
        return null;
    }

    /** Every pin was signed by the log that the history is of. */
    void signatures(Trust trust) throws Broken {
        try {
            for (Pin pin : pins) pin.verify(trust);
        } catch (InvalidEvidence e) {
            throw Broken.ofFile("checkpoint-not-of-this-log");
        }
    }

    /** How many agreed so far, and vouch for nothing that was lost. */
    int agreed() {
        return (int) agreeing().count();
    }

    private Stream<Pin> agreeing() {
        return pins.stream().filter(pin -> pin.hasAgreed() && !pin.isAside());
    }

    /** Where those that agree went on in another origin. */
    Stream<Restored> restored() {
        return agreeing().flatMap(pin -> pin.restored().stream());
    }

    /** The names of those that were neither shown to agree nor to contradict. */
    List<String> uncompared() {
        return pins.stream()
                .filter(pin -> !pin.hasAgreed() && !pin.isAside())
                .map(Pin::name)
                .toList();
    }

    /** Those of another origin that vouch for more than the history and that origin have in common. */
    List<Aside> aside() {
        return named(pins.stream().filter(Pin::isAside));
    }

    /** Those of a later origin that do not differ from the history, and show that its own is closed. */
    List<Aside> closing() {
        return named(pins.stream().filter(pin -> !pin.isAside() && pin.generation() > generation));
    }

    private static List<Aside> named(Stream<Pin> some) {
        return some.map(pin -> new Aside(pin.name(), pin.text(), pin.size())).toList();
    }
}
