package id.kulkul.web.seen;

import id.kulkul.command.EventJson;
import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.command.loss.LossEvent.LogRestored;
import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A history in memory, which can be copied, put back and signed. */
public final class Past implements StoredEvents {
    public static final UUID TENANT = new UUID(0x1111, 0x2222);
    private static final LogKeys KEYS = LogKeys.generate(new LogOrigin(TENANT, LogName.WBS), new SecureRandom());

    private final List<StoredEvent> rows = new ArrayList<>();
    private Instant mark = Instant.parse("2026-11-24T08:00:00Z");
    public Leaves leaves = started();

    /** The same history in a program that has just started. */
    Leaves started() {
        var fresh = new Leaves(
                EventTypes.standard(), this, TENANT, new SecureRandom(), new AppendedLeaves(EventTypes.standard()));
        fresh.follow();
        leaves = fresh;
        return fresh;
    }

    Past copy() {
        var copy = new Past();
        copy.rows.addAll(rows);
        copy.mark = mark;
        copy.started();
        return copy;
    }

    public Past report() {
        append("report", UUID.randomUUID(), "report-submitted", "{}".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Declares the loss of the protected log, as an operator does. */
    Past declare(Difference difference) {
        var log = difference.logs().getFirst();
        var losses = LossesId.of(TENANT);
        var event = new LogRestored(
                losses,
                log.signed().origin().text(),
                log.signed().size(),
                log.signed().root(),
                log.size(),
                log.successor().text());
        append(
                "losses",
                losses.value(),
                "log-restored",
                EventJson.serializer().serialize(event, byte[].class).getData());
        leaves.follow();
        return this;
    }

    /** Signs the protected log, noting it through whatever the leaves are published through. */
    public Past sign() {
        mark = mark.plusSeconds(900);
        leaves.cut(LogName.WBS, mark, Marks.standard(LogName.WBS)).ifPresent(cut -> {
            var command = cut.signed(KEYS);
            append("checkpoints", command.day().value(), "checkpoint-recorded", json(command));
            leaves.follow();
        });
        return this;
    }

    /**
     * Puts another event under the newest checkpoint, which no longer lists its leaves, so that nothing leads to it.
     */
    Past spoil() {
        StoredEvent last = rows.removeLast();
        String payload = new String(last.payload(), StandardCharsets.UTF_8)
                .replaceAll("\"leaves\":\"[^\"]*\"", "\"leaves\":\"\"");
        rows.removeLast();
        append("report", UUID.randomUUID(), "report-submitted", new byte[] {'{', '}'});
        append("checkpoints", UUID.randomUUID(), "checkpoint-recorded", payload.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private static byte[] json(RecordCheckpoint command) {
        var event = new CheckpointRecorded(
                command.day(),
                command.origin(),
                command.mark(),
                command.size(),
                command.root(),
                command.padCount(),
                command.padSeed(),
                command.note(),
                command.leaves());
        return EventJson.serializer().serialize(event, byte[].class).getData();
    }

    public void append(String type, UUID aggregate, String name, byte[] payload) {
        int number = rows.size();
        rows.add(new StoredEvent(
                new Position(number),
                UUID.randomUUID(),
                type,
                Hex16.of(aggregate),
                rows.stream()
                        .filter(row -> row.aggregate().equals(Hex16.of(aggregate)))
                        .count(),
                name,
                "1",
                mark,
                payload,
                Map.of(
                        "tenant", Hex16.of(TENANT),
                        "actor", Hex16.of(Hex16.ZERO),
                        "salt", Hex16.of(UUID.randomUUID()),
                        "subject", Digest.ZERO.hex())));
    }

    @Override
    public List<StoredEvent> read(Position from, int max) {
        return rows.stream().skip(from.value()).limit(max).toList();
    }

    @Override
    public Optional<StoredEvent> one(String aggregate, long sequence) {
        return rows.stream()
                .filter(row -> row.aggregate().equals(aggregate) && row.sequence() == sequence)
                .findFirst();
    }

    @Override
    public long size() {
        return rows.size();
    }
}
