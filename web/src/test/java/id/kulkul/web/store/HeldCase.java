package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.Reporter;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A case that was submitted with one item, and what vault and blob folder hold for it. */
final class HeldCase implements StoredEvents {
    final UUID id = UUID.randomUUID();
    final Parcel parcel;

    HeldCase() {
        this(Hex16.ZERO);
    }

    HeldCase(UUID tenant) {
        var context = new Context(Kind.MSG_TO_TEAM, tenant, Hex16.ZERO, id, UUID.randomUUID(), 1, 0);
        var audience =
                new Recipients(Digest.ZERO, 0, List.of(OpeningKey.random().recipient()));
        var draft = Draft.of(Draft.MESSAGE, "text".getBytes(StandardCharsets.US_ASCII));
        parcel = Seal.signed(context, draft, SigningKey.random(), audience, Origin.SENDER);
    }

    Digest address() {
        return parcel.header().ctSha256();
    }

    /** Keeps its keys, its reporter and the stanzas of its item as a submission does. */
    void keepIn(CaseVault cases) {
        var reporter = new Reporter(
                id, OpeningKey.random().recipient(), SigningKey.random().verifying());
        cases.open(reporter, new byte[32], List.of(parcel.item()));
    }

    /** Rows in place of those that the history tells it needs, with nothing in them; that of its item last. */
    List<VaultRow> rows() {
        var rows = new ArrayList<VaultRow>();
        for (UUID row : CaseVault.firstRows(id))
            rows.add(new VaultRow(row, RowClass.CASE_KEY, id, 1, 0, new byte[] {1}));
        var stanzas = CaseVault.stanzaId(parcel.header().context().item());
        rows.add(new VaultRow(stanzas, RowClass.STANZAS, id, 0, 0, new byte[] {2}));
        return rows;
    }

    /** Its one event, as that of a global index. */
    StoredEvent event(long index) {
        var item = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(parcel.header().encoded());
        byte[] payload = ("{\"items\":[\"" + item + "\"]}").getBytes(StandardCharsets.US_ASCII);
        return new StoredEvent(
                new Position(index),
                new UUID(0, 1),
                "report",
                Hex16.of(id),
                0,
                "report-submitted",
                "1",
                Instant.EPOCH,
                payload,
                Map.of());
    }

    @Override
    public List<StoredEvent> read(Position from, int max) {
        return from.equals(Position.FIRST) ? List.of(event(0)) : List.of();
    }

    @Override
    public Optional<StoredEvent> one(String aggregate, long sequence) {
        return Optional.empty();
    }

    @Override
    public long size() {
        return 1;
    }
}
