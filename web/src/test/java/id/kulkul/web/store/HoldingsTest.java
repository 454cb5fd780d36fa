package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.seal.Audience;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older copy of the vault or of the ciphertexts lacks what the history names. */
class HoldingsTest {
    private static final UUID CASE = UUID.randomUUID();

    /** The one event of a case that was submitted with one item. */
    private record Submitted(String item) implements StoredEvents {
        @Override
        public List<StoredEvent> read(long fromIndex, int max) {
            byte[] payload = ("{\"items\":[\"" + item + "\"]}").getBytes(StandardCharsets.US_ASCII);
            var event = new StoredEvent(
                    0,
                    new UUID(0, 1),
                    "report",
                    Hex16.of(CASE),
                    0,
                    "report-submitted",
                    "1",
                    Instant.EPOCH,
                    payload,
                    Map.of());
            return fromIndex == 0 ? List.of(event) : List.of();
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

    @TempDir
    Path folder;

    private final Parcel parcel = parcel();
    private FileBlobs blobs;
    private SqliteVault vault;
    private Holdings holdings;

    @BeforeEach
    void open() throws IOException, SQLException {
        blobs = new FileBlobs(folder.resolve("blobs"));
        vault = new SqliteVault(folder.resolve("vault.db"));
        var item = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(parcel.header().encoded());
        holdings = new Holdings(new Submitted(item), blobs, vault);
    }

    @AfterEach
    void close() throws SQLException {
        vault.close();
    }

    private static Parcel parcel() {
        var context = new Context(Kind.MSG_TO_TEAM, Hex16.ZERO, Hex16.ZERO, CASE, UUID.randomUUID(), 1, 0);
        var audience = new Audience(Digest.ZERO, 0, List.of(OpeningKey.random().recipient()));
        var draft = Draft.of(Draft.MESSAGE, "text".getBytes(StandardCharsets.US_ASCII));
        return Seal.signed(context, draft, SigningKey.random(), audience, Origin.SENDER);
    }

    private List<VaultRow> rows() {
        var rows = new ArrayList<VaultRow>();
        for (UUID id : CaseVault.firstRows(CASE))
            rows.add(new VaultRow(id, RowClass.CASE_KEY, CASE, 1, 0, new byte[] {1}));
        var stanzas = CaseVault.stanzaId(parcel.header().context().item());
        rows.add(new VaultRow(stanzas, RowClass.STANZAS, CASE, 0, 0, new byte[] {2}));
        return rows;
    }

    @Test
    void nothing_is_missing_where_everything_is_there_and_more() throws IOException {
        blobs.keep(parcel.blob());
        blobs.keep("left by a crash".getBytes(StandardCharsets.US_ASCII));
        vault.write(rows());
        vault.write(
                List.of(new VaultRow(UUID.randomUUID(), RowClass.CASE_KEY, UUID.randomUUID(), 1, 0, new byte[] {3})));
        assertThat(holdings.missing(event -> true)).isEmpty();
    }

    @Test
    void every_row_and_every_ciphertext_that_is_missing_is_named() throws IOException {
        var rows = rows();
        vault.write(rows.subList(1, rows.size()));
        assertThat(holdings.missing(event -> true))
                .containsExactlyInAnyOrder(
                        "row " + Hex16.of(rows.getFirst().id()),
                        "blob " + parcel.header().ctSha256().hex());
    }

    @Test
    void an_event_that_is_not_what_it_was_names_nothing() throws IOException {
        assertThat(holdings.missing(event -> false)).isEmpty();
    }

    @Test
    void what_was_put_aside_while_its_event_was_away_is_taken_back() throws IOException {
        var address = blobs.keep(parcel.blob());
        var rows = rows();
        vault.write(rows);
        blobs.setAside(address, 1);
        vault.quarantine().put(rows.stream().map(VaultRow::id).toList(), CASE, 1);
        assertThat(vault.find(rows.getFirst().id())).isEmpty();
        assertThat(holdings.missing(event -> true)).isEmpty();
        assertThat(vault.find(rows.getLast().id()).orElseThrow().blob()).containsExactly(2);
        assertThat(Files.exists(folder.resolve("blobs"))).isTrue();
        assertThat(blobs.addresses()).containsExactly(address);
    }
}
