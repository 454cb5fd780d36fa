package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older copy of the vault or of the ciphertexts lacks what the history names. */
class HoldingsTest {
    @TempDir
    Path folder;

    private final HeldCase held = new HeldCase();
    private FileBlobs blobs;
    private SqliteVault vault;
    private Holdings holdings;

    @BeforeEach
    void open() throws IOException, SQLException {
        blobs = new FileBlobs(folder.resolve("blobs"));
        vault = new SqliteVault(folder.resolve("vault.db"));
        holdings = new Holdings(held, blobs, vault);
    }

    @AfterEach
    void close() throws SQLException {
        vault.close();
    }

    @Test
    void nothing_is_missing_where_everything_is_there_and_more() throws IOException {
        blobs.keep(held.parcel.blob());
        blobs.keep("left by a crash".getBytes(StandardCharsets.US_ASCII));
        vault.write(held.rows());
        vault.write(
                List.of(new VaultRow(UUID.randomUUID(), RowClass.CASE_KEY, UUID.randomUUID(), 1, 0, new byte[] {3})));
        assertThat(holdings.missing(event -> true)).isEmpty();
    }

    @Test
    void every_row_and_every_ciphertext_that_is_missing_is_named() throws IOException {
        var rows = held.rows();
        vault.write(rows.subList(1, rows.size()));
        assertThat(holdings.missing(event -> true))
                .containsExactlyInAnyOrder(
                        "row " + Hex16.of(rows.getFirst().id()),
                        "blob " + held.address().hex());
    }

    @Test
    void an_event_that_is_not_what_it_was_names_nothing() throws IOException {
        assertThat(holdings.missing(event -> false)).isEmpty();
    }

    @Test
    void what_was_put_aside_while_its_event_was_away_is_taken_back() throws IOException {
        var address = blobs.keep(held.parcel.blob());
        var rows = held.rows();
        vault.write(rows);
        blobs.setAside(address, 1);
        vault.quarantine().put(rows.stream().map(VaultRow::id).toList(), held.id, 1);
        assertThat(vault.find(rows.getFirst().id())).isEmpty();
        assertThat(holdings.missing(event -> true)).isEmpty();
        assertThat(vault.find(rows.getLast().id()).orElseThrow().blob()).containsExactly(2);
        assertThat(Files.exists(folder.resolve("blobs"))).isTrue();
        assertThat(blobs.addresses()).containsExactly(address);
    }
}
