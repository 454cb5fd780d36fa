package id.kulkul.query.audit;

import id.kulkul.crypto.log.EventRow;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.RecordedCheckpoint;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TlogProof;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The three logs of an organisation, made of nothing but its stored rows: after a restart they come out the same.
 *
 * <p>One thread follows and cuts; any number may ask meanwhile. A leaf has an index once a stored checkpoint covers it.
 */
public final class Leaves {

    private static final int BATCH = 500;

    private final StoredEvents events;
    private final UUID tenant;
    private final SecureRandom random;
    private final Map<LogName, OneLog> logs = new EnumMap<>(LogName.class);
    private final Longs manifests = new Longs();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long next;

    /** The logs of a tenant; empty until {@link #follow} has read its rows. */
    public Leaves(StoredEvents events, UUID tenant, SecureRandom random) {
        this.events = events;
        this.tenant = tenant;
        this.random = random;
        for (LogName log : LogName.values()) logs.put(log, new OneLog(new LogOrigin(tenant, log)));
    }

    /** Reads what was stored since the last call, from the first row on at the start. */
    public synchronized void follow() {
        for (List<StoredEvent> rows = events.read(next, BATCH); !rows.isEmpty(); rows = events.read(next, BATCH)) {
            List<StoredEvent> batch = rows;
            write(() -> batch.forEach(this::take));
        }
    }

    private void take(StoredEvent stored) {
        next = stored.index() + 1;
        Optional<LogName> log =
                EventTypes.standard().aggregate(stored.aggregateType()).flatMap(type -> type.log());
        if (log.isPresent()) {
            event(of(log.get()), stored);
        } else if (stored.name().equals("checkpoint-recorded")) {
            checkpoint(stored);
        }
        if (stored.name().equals("manifest-published")) manifests.add(stored.index());
    }

    private void event(OneLog log, StoredEvent stored) {
        waiting(stored).ifPresent(log::add);
    }

    /** The leaf of a stored row; nothing where it is of another tenant. */
    private Optional<OneLog.Waiting> waiting(StoredEvent stored) {
        try {
            EventRow row = stored.row();
            if (!row.tenant().equals(tenant)) return Optional.empty();
            Digest leaf = row.leaf().hash();
            return Optional.of(new OneLog.Waiting(stored.index(), row.aggregate(), row.sequence(), leaf));
        } catch (IllegalArgumentException | InvalidEvidence e) {
            return Optional.of(OneLog.Waiting.unreadable(stored.index()));
        }
    }

    /** What cannot be read as a checkpoint is none: the next one of that log shows that one is missing. */
    private void checkpoint(StoredEvent stored) {
        LogOrigin origin;
        RecordedCheckpoint checkpoint;
        try {
            CheckpointJson json = CheckpointJson.read(stored.payload());
            origin = LogOrigin.parse(json.origin());
            checkpoint = json.checkpoint();
        } catch (IllegalArgumentException | InvalidEvidence e) {
            return;
        }
        if (origin.tenant().equals(tenant)) of(origin.log()).add(stored.index(), checkpoint);
    }

    /**
     * The next checkpoint of a log at a mark, with everything that is stored now; empty where the mark asks for none.
     *
     * @throws IllegalStateException where the stored rows contradict what was signed, so that nothing more may be signed
     */
    public synchronized Optional<Cut> cut(LogName log, Instant mark, Marks marks) {
        follow();
        return read(() -> of(log).cut(mark, marks, new UUID(random.nextLong(), random.nextLong())));
    }

    /** The newest checkpoint of a log. */
    public Optional<RecordedCheckpoint> latest(LogName log) {
        return read(() -> of(log).latest());
    }

    /** The mark of the newest checkpoint of a log. */
    public Optional<Instant> lastMark(LogName log) {
        return latest(log).map(checkpoint -> Instant.ofEpochMilli(checkpoint.mark()));
    }

    /** How many leaves, padding included, the newest checkpoint covers. */
    public long size(LogName log) {
        return read(() -> of(log).tree.size());
    }

    /** Where the stored rows of a log no longer lead to a root that was signed for. */
    public Optional<Damage> damage(LogName log) {
        return read(() -> of(log).damage());
    }

    /** The leaf index of an aggregate's event; empty until a checkpoint covers it. */
    public OptionalLong leafIndexOf(LogName log, UUID aggregate, long sequence) {
        return read(() -> of(log).indexOf(aggregate, sequence));
    }

    /** One more than the highest sequence of an aggregate that a checkpoint covers: so many rows of it must be there. */
    public long covered(LogName log, UUID aggregate) {
        return read(() -> of(log).covered(aggregate));
    }

    /**
     * The global index behind a leaf; empty for padding.
     *
     * @throws IndexOutOfBoundsException where no checkpoint covers that index
     */
    public OptionalLong position(LogName log, long leafIndex) {
        return read(() -> of(log).position(leafIndex));
    }

    /**
     * The global index of the last event up to a leaf, which is the moment that the leaf stands for; empty where only
     * padding came before.
     *
     * @throws IndexOutOfBoundsException where no checkpoint covers that index
     */
    public OptionalLong moment(LogName log, long leafIndex) {
        return read(() -> of(log).moment(leafIndex));
    }

    /** The global index up to which a checkpoint covers every event of a log; below zero where none does. */
    public long coveredUpTo(LogName log) {
        return read(() -> of(log).coveredUpTo());
    }

    /** The first checkpoint that covers a leaf. */
    public Optional<RecordedCheckpoint> firstCovering(LogName log, long leafIndex) {
        OptionalLong position = read(() -> of(log).checkpointPosition(leafIndex));
        if (position.isEmpty()) return Optional.empty();
        return events.read(position.getAsLong(), 1).stream()
                .findFirst()
                .map(stored -> CheckpointJson.read(stored.payload()).checkpoint());
    }

    /** Whether a stored row is still the one whose leaf was signed for at an index. */
    public boolean holds(LogName log, long leafIndex, StoredEvent stored) {
        return stored.leafHash().filter(of(log).tree.leaf(leafIndex)::equals).isPresent();
    }

    /** The path of a leaf to the root of that size, from the leaf upwards. */
    public List<Digest> inclusion(LogName log, long leafIndex, long size) {
        return of(log).tree.inclusion(leafIndex, size);
    }

    /** The proof that the log of the first size is a prefix of the second. */
    public List<Digest> consistency(LogName log, long first, long second) {
        return of(log).tree.consistency(first, second);
    }

    /** The receipt of an event under the newest checkpoint; empty until one covers it. */
    public Optional<TlogProof> proof(LogName log, UUID aggregate, long sequence) {
        OptionalLong index = leafIndexOf(log, aggregate, sequence);
        Optional<RecordedCheckpoint> newest = latest(log);
        if (index.isEmpty() || newest.isEmpty()) return Optional.empty();
        Optional<StoredEvent> stored = events.one(Hex16.of(aggregate), sequence);
        return stored.flatMap(event -> proof(log, event, index.getAsLong(), newest.get()));
    }

    private Optional<TlogProof> proof(LogName log, StoredEvent stored, long index, RecordedCheckpoint newest) {
        try {
            LogLeaf leaf = stored.row().leaf();
            if (!leaf.hash().equals(of(log).tree.leaf(index))) return Optional.empty();
            List<Digest> path = inclusion(log, index, newest.size());
            return Optional.of(new TlogProof(leaf, index, path, SignedCheckpoint.parse(newest.note())));
        } catch (InvalidEvidence | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The stored events that published manifests, in their order. */
    List<StoredEvent> manifests() {
        long[] found = read(() -> {
            long[] all = new long[manifests.size()];
            for (int i = 0; i < all.length; i++) all[i] = manifests.get(i);
            return all;
        });
        return Arrays.stream(found)
                .mapToObj(position -> events.read(position, 1))
                .flatMap(List::stream)
                .toList();
    }

    /** What an export of a log covers: events and the global index of the last checkpoint event. */
    Optional<Reach> reach(LogName log) {
        return read(() -> of(log).latestPosition().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Reach(of(log).covered(), of(log).latestPosition().getAsLong())));
    }

    /** How far an export goes. */
    record Reach(long events, long lastCheckpoint) {}

    LogOrigin origin(LogName log) {
        return of(log).origin();
    }

    private OneLog of(LogName log) {
        OneLog found = logs.get(log);
        if (found == null) throw new IllegalStateException("every log is there from the start");
        return found;
    }

    private <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
