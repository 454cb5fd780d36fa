package id.kulkul.query.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The three logs of an organisation, made of nothing but its stored rows: after a restart they come out the same.
 *
 * <p>One thread follows and cuts; any number may ask meanwhile. A leaf has an index once a stored checkpoint covers it.
 */
public final class Leaves {
    private static final int BATCH = 500;

    private final StoredEvents events;
    private final SecureRandom random;
    private final Sorting sorting;
    private final Turns turns = new Turns();
    private Publication publication = Publication.UNHEARD;
    private Position next = Position.FIRST;

    /**
     * The logs of a tenant; empty until {@link #follow} has read its rows.
     *
     * @param appended what this process appended, which is compared with what is stored
     */
    public Leaves(EventTypes types, StoredEvents events, UUID tenant, SecureRandom random, AppendedLeaves appended) {
        this.events = events;
        this.random = random;
        this.sorting = new Sorting(types, tenant, appended);
    }

    /** From now on, each further checkpoint is heard of before it is seen. */
    public synchronized void publishThrough(Publication next) {
        publication = next;
    }

    /** Reads what was stored since the last call, from the first row on at the start. */
    public synchronized void follow() {
        long size = events.size();
        for (List<StoredEvent> rows = events.read(next, BATCH); !rows.isEmpty(); rows = events.read(next, BATCH)) {
            List<StoredEvent> batch = rows;
            batch.forEach(this::publish);
            turns.write(() -> batch.forEach(this::take));
        }
        turns.write(() -> sorting.takeGone(new Position(size)));
    }

    private void take(StoredEvent stored) {
        next = stored.position().next();
        sorting.take(stored);
    }

    private void publish(StoredEvent stored) {
        sorting.reading
                .checkpoint(stored)
                .ifPresent(marked -> publication.before(
                        marked.origin(),
                        marked.checkpoint(),
                        stored.position().next().value()));
    }

    /**
     * The next checkpoint of a log at a mark, with everything that is stored now; empty where the mark asks for none.
     *
     * @throws IllegalStateException where the stored rows contradict what was signed, so that nothing more may be
     *     signed
     */
    public synchronized Optional<Cut> cut(LogName log, Instant mark, Marks marks) {
        follow();
        return turns.read(() -> of(log).cut(mark, marks, new UUID(random.nextLong(), random.nextLong()))
                .map(cut -> log == LogName.OPEN ? cut.naming(sorting.naming()) : cut));
    }

    /** The newest checkpoint of a log. */
    public Optional<RecordedCheckpoint> latest(LogName log) {
        return turns.read(() -> of(log).signings.latest());
    }

    /** The last checkpoint of one generation of a log, which may be closed; empty where none is kept. */
    public Optional<RecordedCheckpoint> last(LogName log, int generation) {
        return turns.read(() -> of(log).signings.last(generation));
    }

    /** The mark of the newest checkpoint of a log. */
    public Optional<Instant> lastMark(LogName log) {
        return latest(log).map(checkpoint -> Instant.ofEpochMilli(checkpoint.mark()));
    }

    /** How many leaves, padding included, the newest checkpoint covers. */
    public long size(LogName log) {
        return turns.read(() -> of(log).tree.size());
    }

    /** How many events of a log, of those that were read, no checkpoint covers yet. */
    public long waiting(LogName log) {
        return turns.read(() -> of(log).waiting());
    }

    /** Where the stored rows of a log no longer lead to a root that was signed for. */
    public Optional<Damage> damage(LogName log) {
        return turns.read(() -> of(log).damage());
    }

    /** The root of a log when it had that many leaves; empty where it never had. */
    public Optional<Digest> root(LogName log, long size) {
        MerkleTree tree = of(log).tree;
        return size > tree.size() ? Optional.empty() : Optional.of(tree.root(size));
    }

    /** Takes note that the row of a leaf is not the one that was signed for. */
    void damaged(LeafIndex leaf) {
        turns.write(() -> of(leaf.log()).damaged(leaf.value()));
    }

    /** The leaf of an aggregate's event; empty until a checkpoint covers it. */
    public Optional<LeafIndex> leafIndexOf(LogName log, UUID aggregate, long sequence) {
        return turns.read(() -> of(log).indexOf(aggregate, sequence));
    }

    /** One more than the highest covered sequence of an aggregate: so many rows of it must be there. */
    public long covered(LogName log, UUID aggregate) {
        return turns.read(() -> of(log).covered(aggregate));
    }

    /** The log that covers events of an aggregate; empty where none does. */
    public Optional<LogName> logOf(UUID aggregate) {
        return Arrays.stream(LogName.values())
                .filter(log -> covered(log, aggregate) > 0)
                .findFirst();
    }

    /** Where the aggregates of a log began, in their order, without so many known ones. */
    public List<Beginning> beginnings(LogName log, int known) {
        return turns.read(() -> of(log).beginnings(known));
    }

    /**
     * Where the event behind a leaf is stored; empty for padding.
     *
     * @throws IndexOutOfBoundsException where no checkpoint covers that leaf
     */
    public Optional<Position> position(LeafIndex leaf) {
        return turns.read(() -> of(leaf.log()).position(leaf.value()));
    }

    /**
     * Where the last event up to a leaf is stored, which is the moment that the leaf stands for; empty where only
     * padding came before.
     *
     * @throws IndexOutOfBoundsException where no checkpoint covers that leaf
     */
    public Optional<Position> moment(LeafIndex leaf) {
        return turns.read(() -> of(leaf.log()).moment(leaf.value()));
    }

    /** The position up to which a checkpoint covers every event of a log. */
    public Position coveredUpTo(LogName log) {
        return turns.read(() -> of(log).coveredUpTo());
    }

    /** The first checkpoint that covers a leaf. */
    public Optional<RecordedCheckpoint> firstCovering(LeafIndex leaf) {
        return turns.read(() -> of(leaf.log()).checkpointPosition(leaf.value()))
                .flatMap(events::at)
                .map(stored -> CheckpointJson.read(stored.payload()).checkpoint());
    }

    /** How many leaves the first checkpoint has that covers an event of an aggregate; empty until one does. */
    public OptionalLong sizeCovering(LogName log, UUID aggregate, long sequence) {
        return turns.read(() -> {
            Optional<LeafIndex> leaf = of(log).indexOf(aggregate, sequence);
            return leaf.isEmpty()
                    ? OptionalLong.empty()
                    : of(log).sizeCovering(leaf.get().value());
        });
    }

    /** Whether a stored row is still the one whose leaf was signed for there. */
    public boolean holds(LeafIndex leaf, StoredEvent stored) {
        return stored.leafHash(sorting.reading.types())
                .filter(of(leaf.log()).tree.leaf(leaf.value())::equals)
                .isPresent();
    }

    /** The table of names by which leaves are made. */
    public EventTypes types() {
        return sorting.reading.types();
    }

    /** Whether a stored row is the one that was signed for, or none was yet. */
    public boolean isIntact(StoredEvent stored) {
        Optional<LogName> log = sorting.reading.log(stored);
        if (log.isEmpty()) return true;
        Optional<LeafIndex> leaf = leafIndexOf(log.get(), Hex16.parse(stored.aggregate()), stored.sequence());
        return leaf.isEmpty() ? stored.leafHash(sorting.reading.types()).isPresent() : holds(leaf.get(), stored);
    }

    /** The path of a leaf to the root of that size, from the leaf upwards. */
    public List<Digest> inclusion(LeafIndex leaf, long size) {
        return of(leaf.log()).tree.inclusion(leaf.value(), size);
    }

    /** The proof that the log of the first size is a prefix of the second. */
    public List<Digest> consistency(LogName log, long first, long second) {
        return of(log).tree.consistency(first, second);
    }

    /** The receipt of an event under the newest checkpoint; empty until one covers it. */
    public Optional<TlogProof> proof(LogName log, UUID aggregate, long sequence) {
        Optional<LeafIndex> leaf = leafIndexOf(log, aggregate, sequence);
        Optional<RecordedCheckpoint> newest = latest(log);
        if (leaf.isEmpty() || newest.isEmpty()) return Optional.empty();
        return events.one(Hex16.of(aggregate), sequence)
                .flatMap(event -> Receipts.of(
                        sorting.reading.types(), of(log).tree, event, leaf.get().value(), newest.get()));
    }

    /** The stored events that published manifests, in their order. */
    List<StoredEvent> manifests() {
        return turns.read(sorting.manifests::positions).stream()
                .flatMap(position -> events.at(position).stream())
                .toList();
    }

    /** What an export of a log covers: events and the position of the last checkpoint event. */
    Optional<Reach> reach(LogName log) {
        return turns.read(() -> of(log).reach());
    }

    /** The origin under which a log signs next: the first, until a loss is declared. */
    public LogOrigin origin(LogName log) {
        return turns.read(() -> of(log).signings.origin());
    }

    /** The origin of the newest checkpoint of a log. */
    public LogOrigin signedOrigin(LogName log) {
        return turns.read(() -> of(log).signings.signedOrigin());
    }

    private OneLog of(LogName log) {
        return sorting.of(log);
    }
}
