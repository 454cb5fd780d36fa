package id.kulkul.web.store;

import id.kulkul.command.EventJson;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportOrigin;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Events, vault and ciphertexts of one organisation, opened as a start opens them; reports come, and marks are signed.
 */
public final class RunningStores implements AutoCloseable {
    private static final UUID TENANT = new UUID(0x1111, 0x2222);
    private static final LogKeys KEYS = LogKeys.generate(new LogOrigin(TENANT, LogName.WBS), new SecureRandom());
    private static final Sealing SEALING =
            new Sealing(TENANT, Hex16.ZERO, 1, Digest.ZERO, 0, List.of(new UUID(1, 1)), 0, 1);

    private final GroupCommitEvents events;
    private final SqliteVault vault;
    private final FileBlobs blobs;
    private final SqliteStoredEvents history;
    private final Leaves leaves;

    private RunningStores(GroupCommitEvents events, SqliteVault vault, FileBlobs blobs) {
        this.events = events;
        this.vault = vault;
        this.blobs = blobs;
        history = new SqliteStoredEvents(events);
        leaves = new Leaves(
                EventTypes.standard(), history, TENANT, new SecureRandom(), new AppendedLeaves(EventTypes.standard()));
        leaves.follow();
    }

    /** Opens what is in a folder; a {@link StoreDamaged} where a start would end with it. */
    public static RunningStores open(Path data) throws IOException, SQLException {
        var events =
                GroupCommitEvents.open(data.resolve("events.db"), EventJson.serializer(), NoOpEventUpcaster.INSTANCE);
        try {
            return new RunningStores(
                    events, new SqliteVault(data.resolve("vault.db")), new FileBlobs(data.resolve("blobs")));
        } catch (SQLException | RuntimeException damaged) {
            events.close();
            throw damaged;
        }
    }

    /** What was signed, and what is. */
    public Leaves leaves() {
        return leaves;
    }

    public long size() {
        return history.size();
    }

    /** The rows, in their file. */
    public Vault vault() {
        return vault;
    }

    /** What the history names and nothing holds. */
    public SortedSet<String> missing() throws IOException {
        return new Holdings(history, blobs, vault).missing(leaves::isIntact);
    }

    /** Takes so many reports. */
    public void report(int many) throws IOException {
        for (int i = 0; i < many; i++) {
            var held = new HeldCase(TENANT);
            blobs.keep(held.parcel.blob());
            vault.write(held.rows());
            var submitted = new ReportSubmitted(
                    new ReportId(held.id),
                    "wbs-2026.1",
                    "other",
                    SEALING,
                    new UUID(4, 4),
                    List.of(held.parcel.header()),
                    Digest.ZERO,
                    Octets.of(new byte[64]),
                    ReportOrigin.OWN);
            append("report", held.id, submitted, ItemHeader.subject(submitted.items()), Instant.now());
        }
    }

    /** Signs all that came, as of a mark. */
    public void sign(Instant mark) {
        var signed = leaves.cut(LogName.WBS, mark, Marks.standard(LogName.WBS))
                .orElseThrow()
                .signed(KEYS);
        var recorded = new CheckpointRecorded(
                signed.day(),
                signed.origin(),
                signed.mark(),
                signed.size(),
                signed.root(),
                signed.padCount(),
                signed.padSeed(),
                signed.note(),
                signed.leaves());
        append("checkpoints", signed.day().value(), recorded, Digest.ZERO, mark);
        leaves.follow();
    }

    private void append(String type, UUID aggregate, Object event, Digest subject, Instant time) {
        String id = Hex16.of(aggregate);
        long sequence = events.lastSequenceNumberFor(id).map(last -> last + 1).orElse(0L);
        Map<String, String> stamps = Map.of(
                "tenant",
                Hex16.of(TENANT),
                "actor",
                Hex16.of(Hex16.ZERO),
                "salt",
                Hex16.of(UUID.randomUUID()),
                "subject",
                subject.hex());
        var eventId = UUID.randomUUID().toString();
        events.appendEvents(new GenericDomainEventMessage<>(type, id, sequence, event, stamps, eventId, time));
    }

    @Override
    public void close() throws SQLException {
        events.close();
        vault.close();
    }
}
