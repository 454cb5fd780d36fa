package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.crypto.vault.VaultRow;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken away from vault or blob folder, or changed in it, while the program runs. */
class HoldingsRecheckTest {
    private static final HoldingsDamage NONE = new HoldingsDamage(0, 0, 0, 0);
    private static final int MANY = 100;
    private static final int PART = 1_000;
    private static final long MUCH = 1_000_000;

    @TempDir
    Path folder;

    private final HeldCase held = new HeldCase();
    private FileBlobs blobs;
    private SqliteVault vault;
    private CaseVault cases;
    private List<VaultRow> rows;
    private Lacking lacking;

    @BeforeEach
    void open() throws IOException, SQLException {
        blobs = new FileBlobs(folder.resolve("blobs"));
        vault = new SqliteVault(folder.resolve("vault.db"));
        blobs.keep(held.parcel.blob());
        blobs.settle();
        cases = new CaseVault(UUID.randomUUID(), VaultKeys.create(folder.resolve("keys")), vault);
        held.keepIn(cases);
        rows = cases.rowsOf(held.id).stream()
                .flatMap(row -> vault.find(row).stream())
                .toList();
        lacking = new Lacking(Set.of());
    }

    @AfterEach
    void close() throws SQLException {
        vault.close();
    }

    private HoldingsRecheck names(StoredEvents history) {
        return new HoldingsRecheck(new Walk(history), blobs, vault, cases, event -> true, lacking);
    }

    private BlobRecheck contents() {
        return new BlobRecheck(new Walk(held), blobs, event -> true, lacking);
    }

    private HoldingsDamage afterRound() throws IOException {
        assertThat(names(held).next(MANY)).isTrue();
        assertThat(contents().next(MUCH)).isTrue();
        return lacking.damage();
    }

    private Path file() {
        return new BlobShelves(folder.resolve("blobs")).place(held.address());
    }

    @Test
    void where_all_is_there_and_more_round_after_round_finds_nothing() throws IOException {
        blobs.keep("left by a crash".getBytes(StandardCharsets.US_ASCII));
        vault.write(
                List.of(new VaultRow(UUID.randomUUID(), RowClass.CASE_KEY, UUID.randomUUID(), 1, 0, new byte[] {3})));
        var names = names(held);
        var contents = contents();
        for (int round = 0; round < 3; round++) {
            assertThat(names.next(MANY)).isTrue();
            assertThat(contents.next(MUCH)).isTrue();
        }
        assertThat(lacking.damage()).isEqualTo(NONE);
    }

    /** The way from the receipt has an id that only the vault itself tells. */
    @Test
    void each_row_that_is_taken_away_is_seen_until_it_is_put_back() throws IOException {
        assertThat(rows).hasSize(6);
        for (VaultRow row : rows) {
            vault.delete(row.id());
            boolean wayFromReceipt = row == rows.getFirst();
            assertThat(afterRound())
                    .isEqualTo(new HoldingsDamage(wayFromReceipt ? 0 : 1, wayFromReceipt ? 1 : 0, 0, 0));
            vault.write(List.of(row));
            assertThat(afterRound()).isEqualTo(NONE);
        }
    }

    @Test
    void each_row_that_was_changed_or_exchanged_is_seen_until_it_is_what_it_was() throws IOException {
        for (VaultRow row : rows) {
            byte[] changed = row.blob().clone();
            changed[changed.length / 2] ^= 1;
            vault.delete(row.id());
            vault.write(List.of(
                    new VaultRow(row.id(), row.rowClass(), row.owner(), row.kekEpoch(), row.version(), changed)));
            assertThat(afterRound().alteredRows()).isPositive();
            vault.delete(row.id());
            vault.write(List.of(row));
            assertThat(afterRound()).isEqualTo(NONE);
        }
    }

    @Test
    void a_ciphertext_that_is_taken_away_is_seen_by_either_round_until_it_is_put_back() throws IOException {
        Path aside = Files.move(file(), folder.resolve("aside"));
        names(held).next(MANY);
        assertThat(lacking.damage()).isEqualTo(new HoldingsDamage(0, 0, 1, 0));
        lacking = new Lacking(Set.of());
        contents().next(MUCH);
        assertThat(lacking.damage()).isEqualTo(new HoldingsDamage(0, 0, 1, 0));
        Files.move(aside, file());
        assertThat(afterRound()).isEqualTo(NONE);
    }

    @Test
    void a_ciphertext_of_which_one_byte_was_changed_is_seen_until_it_is_what_it_was() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        byte[] changed = whole.clone();
        changed[whole.length - 1] ^= 1;
        Files.write(file(), changed);
        assertThat(afterRound()).isEqualTo(new HoldingsDamage(0, 0, 0, 1));
        Files.write(file(), whole);
        assertThat(afterRound()).isEqualTo(NONE);
        Files.write(file(), new byte[0]);
        assertThat(afterRound()).isEqualTo(new HoldingsDamage(0, 0, 0, 1));
    }

    @Test
    void a_ciphertext_that_was_changed_and_then_taken_away_counts_once() throws IOException {
        Files.write(file(), new byte[] {1});
        afterRound();
        Files.delete(file());
        assertThat(afterRound()).isEqualTo(new HoldingsDamage(0, 0, 1, 0));
    }

    @Test
    void what_cannot_be_read_is_told_and_passed_over() throws IOException {
        Files.delete(file());
        Files.createDirectory(file());
        var contents = contents();
        assertThatThrownBy(() -> contents.next(MUCH)).isInstanceOf(IOException.class);
        assertThat(lacking.damage()).isEqualTo(new HoldingsDamage(0, 0, 0, 1));
        assertThat(contents.next(MUCH)).isTrue();
    }

    @Test
    void a_little_at_a_time_a_ciphertext_is_read_whole_though_it_moves_and_is_damaged_meanwhile() throws IOException {
        var contents = contents();
        for (int i = 0; i < 4; i++) assertThat(contents.next(PART)).isFalse();
        blobs.setAside(held.address(), 1);
        int parts = 4;
        while (!contents.next(PART)) parts++;
        assertThat(parts).isGreaterThan(6);
        assertThat(lacking.damage()).isEqualTo(NONE);
        for (int i = 0; i < 4; i++) assertThat(contents.next(PART)).isFalse();
        Files.write(file(), new byte[5]);
        assertThatThrownBy(() -> contents.next(PART)).isInstanceOf(IOException.class);
        assertThat(lacking.damage()).isEqualTo(new HoldingsDamage(0, 0, 0, 1));
    }

    @Test
    void what_waits_for_its_mark_or_in_the_quarantine_is_there() throws IOException {
        var stanzas = CaseVault.stanzaId(held.parcel.header().context().item());
        vault.quarantine().put(List.of(stanzas), stanzas, 1);
        assertThat(afterRound()).isEqualTo(NONE);
        vault.quarantine().put(rows.stream().map(VaultRow::id).toList(), held.id, 1);
        blobs.setAside(held.address(), 1);
        assertThat(afterRound()).isEqualTo(NONE);
        assertThat(vault.quarantine().whose()).isEmpty();
        assertThat(blobs.quarantine().addresses()).isEmpty();
        blobs.keep(held.parcel.blob());
        Files.delete(file());
        assertThat(afterRound()).isEqualTo(NONE);
    }

    @Test
    void what_was_declared_lost_is_not_told_again() throws IOException {
        blobs.delete(held.address());
        for (VaultRow row : rows.subList(1, rows.size())) {
            vault.delete(row.id());
            lacking = new Lacking(
                    Set.of("row " + Hex16.of(row.id()), "blob " + held.address().hex()));
            assertThat(afterRound()).isEqualTo(NONE);
            vault.write(List.of(row));
        }
    }

    @Test
    void an_event_that_is_not_what_it_was_names_nothing() throws IOException {
        blobs.delete(held.address());
        new HoldingsRecheck(new Walk(held), blobs, vault, cases, event -> false, lacking).next(MANY);
        new BlobRecheck(new Walk(held), blobs, event -> false, lacking).next(MUCH);
        assertThat(lacking.damage()).isEqualTo(NONE);
    }

    @Test
    void an_event_that_cannot_be_read_hides_none_of_the_others() throws IOException {
        vault.delete(rows.getLast().id());
        var names = names(new SpoiltFirst());
        assertThatThrownBy(() -> names.next(MANY)).isInstanceOf(IllegalStateException.class);
        assertThat(names.next(MANY)).isTrue();
        assertThat(lacking.damage()).isEqualTo(new HoldingsDamage(1, 0, 0, 0));
    }

    /** The event of the case after one that cannot be read. */
    private final class SpoiltFirst implements StoredEvents {
        @Override
        public List<StoredEvent> read(Position from, int max) {
            if (from.value() == 0) throw new IllegalStateException("as a test");
            return from.value() == 1 ? List.of(held.event(1)) : List.of();
        }

        @Override
        public Optional<StoredEvent> one(String aggregate, long sequence) {
            return Optional.empty();
        }

        @Override
        public long size() {
            return 2;
        }
    }
}
