package id.kulkul.query.audit;

import id.kulkul.command.EventJson;
import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stored rows in memory, which a test may change as a thief or a bad disk would. */
final class Rows implements StoredEvents {

    static final UUID TENANT = new UUID(0x1111111111111111L, 0x1111111111111111L);
    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private final List<StoredEvent> rows = Collections.synchronizedList(new ArrayList<>());
    private int appended;
    private final Map<UUID, Long> sequences = new HashMap<>();

    StoredEvent report(int number, String name) {
        return append("report", new UUID(0xca5e, number), name, "{\"n\":" + rows.size() + "}");
    }

    StoredEvent staff(int number, String name) {
        return append("staff-member", new UUID(0x57aff, number), name, "{\"n\":" + rows.size() + "}");
    }

    StoredEvent checkpoint(RecordCheckpoint command) {
        return append("checkpoints", command.day().value(), "checkpoint-recorded", json(event(command)));
    }

    static CheckpointRecorded event(RecordCheckpoint command) {
        return new CheckpointRecorded(
                command.day(),
                command.origin(),
                command.mark(),
                command.size(),
                command.root(),
                command.padCount(),
                command.padSeed(),
                command.note(),
                command.leaves());
    }

    static String json(Object event) {
        return new String(EventJson.serializer().serialize(event, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    StoredEvent append(String type, UUID aggregate, String name, String payload) {
        long sequence = sequences.merge(aggregate, 1L, Long::sum) - 1;
        int number = appended++;
        StoredEvent row = new StoredEvent(
                new Position(number),
                new UUID(0xe0, number),
                type,
                Hex16.of(aggregate),
                sequence,
                name,
                "1",
                START,
                payload.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "tenant", Hex16.of(TENANT),
                        "actor", Hex16.of(Hex16.ZERO),
                        "salt", Hex16.of(new UUID(0x5a17, number)),
                        "subject", Digest.ZERO.hex()));
        rows.add(row);
        return row;
    }

    /** Flips one bit of a stored payload. */
    void flip(int index, int at) {
        StoredEvent row = rows.get(index);
        byte[] payload = row.payload().clone();
        payload[at] ^= 1;
        rows.set(index, with(row, index, payload));
    }

    /** Takes a row out and leaves the gap. */
    void takeAway(int index) {
        rows.removeIf(row -> row.position().value() == index);
    }

    /** Takes a row out and closes the gap. */
    void remove(int index) {
        rows.remove(index);
        List<StoredEvent> moved = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++)
            moved.add(with(rows.get(i), i, rows.get(i).payload()));
        rows.clear();
        rows.addAll(moved);
        appended = rows.size();
    }

    private static StoredEvent with(StoredEvent row, long index, byte[] payload) {
        return new StoredEvent(
                new Position(index),
                row.eventId(),
                row.aggregateType(),
                row.aggregate(),
                row.sequence(),
                row.name(),
                row.revision(),
                row.time(),
                payload,
                row.metadata());
    }

    @Override
    public List<StoredEvent> read(Position from, int max) {
        synchronized (rows) {
            return rows.stream()
                    .filter(row -> row.position().compareTo(from) >= 0)
                    .limit(max)
                    .toList();
        }
    }

    @Override
    public Optional<StoredEvent> one(String aggregate, long sequence) {
        return read(Position.FIRST, rows.size()).stream()
                .filter(row -> row.aggregate().equals(aggregate) && row.sequence() == sequence)
                .findFirst();
    }

    @Override
    public long size() {
        return appended;
    }
}
