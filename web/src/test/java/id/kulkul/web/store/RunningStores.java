package id.kulkul.web.store;

import id.kulkul.command.EventJson;
import id.kulkul.command.Octets;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.Sealing;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.seal.Audience;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Events, vault and ciphertexts of one organisation, opened as a start opens them; reports come, and marks are signed. */
public final class RunningStores implements AutoCloseable {
    private static final UUID TENANT = new UUID(0x1111, 0x2222);
    private static final LogKeys KEYS = LogKeys.generate(new LogOrigin(TENANT, LogName.WBS), new SecureRandom());
    private static final Audience READERS =
            new Audience(Digest.ZERO, 0, List.of(OpeningKey.random().recipient()));
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
        leaves = new Leaves(history, TENANT, new SecureRandom());
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

    /** What the history names and nothing holds. */
    public SortedSet<String> missing() throws IOException {
        return new Holdings(history, blobs, vault).missing(leaves::isIntact);
    }

    /** Takes so many reports. */
    public void report(int many) throws IOException {
        for (int i = 0; i < many; i++) {
            var report = UUID.randomUUID();
            var parcel = parcel(report);
            blobs.keep(parcel.blob());
            vault.write(rows(report, parcel));
            var submitted = new ReportSubmitted(
                    new ReportId(report),
                    "wbs-2026.1",
                    "other",
                    SEALING,
                    new UUID(4, 4),
                    List.of(parcel.header()),
                    Digest.ZERO,
                    Octets.of(new byte[64]));
            append("report", report, submitted, ItemHeader.subject(submitted.items()), Instant.now());
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

    /** A message of a case, and its ciphertext. */
    private static Parcel parcel(UUID report) {
        var context = new Context(Kind.MSG_TO_TEAM, TENANT, Hex16.ZERO, report, UUID.randomUUID(), 1, 0);
        var draft = Draft.of(Draft.MESSAGE, "text".getBytes(StandardCharsets.US_ASCII));
        return Seal.signed(context, draft, SigningKey.random(), READERS, Origin.SENDER);
    }

    /** The rows that a case with that one message needs. */
    private static List<VaultRow> rows(UUID report, Parcel parcel) {
        var rows = new ArrayList<VaultRow>();
        for (UUID id : CaseVault.firstRows(report))
            rows.add(new VaultRow(id, RowClass.CASE_KEY, report, 1, 0, new byte[] {1}));
        var stanzas = CaseVault.stanzaId(parcel.header().context().item());
        rows.add(new VaultRow(stanzas, RowClass.STANZAS, report, 0, 0, new byte[] {2}));
        return rows;
    }

    @Override
    public void close() throws SQLException {
        events.close();
        vault.close();
    }
}
