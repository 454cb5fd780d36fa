package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.crypto.vault.VaultFailed;
import id.kulkul.crypto.vault.VaultRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteException;

class SqliteVaultTest extends VaultContract {
    private Path folder;
    private SqliteVault vault;

    @BeforeEach
    void open(@TempDir Path temporary) throws SQLException {
        folder = temporary;
        vault = new SqliteVault(folder.resolve("vault.db"));
    }

    @AfterEach
    void close() throws SQLException {
        vault.close();
    }

    @Override
    Vault vault() {
        return vault;
    }

    @Test
    void a_full_disk_pauses_the_vault_which_keeps_what_it_acknowledged_and_goes_on() throws SQLException {
        vault.close();
        var path = folder.resolve("vault.db");
        var pages = new AtomicInteger(20);
        SqliteWriter.Opening opening = () -> {
            var connection = new SqliteWriter(path, VaultTable.SCHEMA);
            connection.execute("PRAGMA max_page_count = " + pages.getAndSet(1_000_000));
            return connection;
        };
        vault = new SqliteVault(path, opening, Reserve.NONE);
        var kept = new ArrayList<VaultRow>();
        assertThatThrownBy(() -> {
                    while (true) {
                        var row = row(0, "x".repeat(5000));
                        vault.write(List.of(row));
                        kept.add(row);
                    }
                })
                .isInstanceOf(VaultFailed.class)
                .hasRootCauseInstanceOf(SQLiteException.class);
        Awaited.until(() -> vault.refusal() == null);
        kept.add(row(0, "after"));
        vault.write(List.of(kept.getLast()));
        assertThat(kept).hasSizeGreaterThan(1).allSatisfy(row -> assertThat(vault.find(row.id()))
                .isPresent());
    }

    @Test
    void a_vault_that_lost_what_was_acknowledged_is_not_written_on() throws SQLException {
        vault.write(List.of(row(0, "acknowledged")));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("vault.db"));
                var statement = other.createStatement()) {
            statement.execute("DELETE FROM vault");
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> vault.write(List.of(row(0, "next")))).isInstanceOf(VaultFailed.class);
            assertThat(vault.refusal()).isInstanceOf(StorePaused.class);
            statement.execute("ROLLBACK");
        }
        assertThatThrownBy(() -> vault.write(List.of(row(0, "next")))).isInstanceOf(VaultFailed.class);
        assertThat(vault.refusal()).isInstanceOf(StoreStopped.class);
    }

    @Test
    void rows_are_there_after_a_restart() throws SQLException {
        var row = row(0, "kept");
        vault.write(List.of(row));
        vault.close();
        vault = new SqliteVault(folder.resolve("vault.db"));
        assertThat(vault.find(row.id())).isPresent();
    }

    @Test
    void nothing_of_a_deleted_row_stays_in_the_file_or_in_its_log() throws IOException {
        var long1 = "PENANDA".repeat(2000);
        var row = row(0, long1);
        vault.write(List.of(row(0, "before"), row, row(0, "after")));
        assertThat(onDisk("PENANDA")).isTrue();
        vault.delete(row.id());
        assertThat(onDisk("PENANDA")).isFalse();
    }

    @Test
    void a_replaced_row_leaves_nothing_of_its_old_version_once_a_row_was_deleted() throws IOException {
        var id = UUID.randomUUID();
        var other = row(0, "other");
        vault.write(List.of(row(id, 0, "PENANDA".repeat(100)), other));
        vault.write(List.of(row(id, 1, "x")));
        vault.delete(other.id());
        assertThat(onDisk("PENANDA")).isFalse();
    }

    /** SQLite overwrites a deleted row where it lies, and not what it left of it where pages were split. */
    @Test
    void nothing_of_a_deleted_row_stays_where_it_lay_before_pages_were_split() throws IOException {
        var random = new Random(5);
        var rows = new ArrayList<VaultRow>();
        for (int i = 0; i < 2000; i++) rows.add(randomRow(random, i < 200));
        vault.write(rows);
        var deleted = rows.subList(0, 200);
        var sealed = deleted.stream().map(VaultRow::blob).toList();
        assertThat(RawBytes.piecesOf(folder, sealed)).isGreaterThan(20_000);
        assertThat(vault.delete(RowClass.CASE_KEY, CASE)).isEqualTo(200);
        assertThat(rows.subList(200, 2000))
                .allSatisfy(row -> assertThat(vault.find(row.id())).isPresent());
        assertThat(RawBytes.piecesOf(folder, sealed)).isZero();
    }

    private static VaultRow randomRow(Random random, boolean deleted) {
        var sealed = new byte[List.of(104, 600, 1100, 16_500).get(random.nextInt(4))];
        random.nextBytes(sealed);
        var id = new UUID(random.nextLong(), random.nextLong());
        var other = new UUID(random.nextLong(), 0);
        return new VaultRow(id, RowClass.CASE_KEY, deleted ? CASE : other, 1, 0, sealed);
    }

    @Test
    void a_row_that_waits_in_the_quarantine_is_deleted_too() throws IOException {
        var row = row(0, "PENANDA".repeat(10));
        vault.write(List.of(row));
        vault.quarantine().put(List.of(row.id()), CASE, 1);
        vault.delete(row.id());
        vault.quarantine().takeBack(CASE);
        assertThat(vault.find(row.id())).isEmpty();
        assertThat(onDisk("PENANDA")).isFalse();
    }

    @Test
    void a_walk_meets_every_row_once() {
        var written = new HashSet<UUID>();
        for (int i = 0; i < 25; i++) {
            var row = row(0, "row");
            written.add(row.id());
            vault.write(List.of(row));
        }
        List<UUID> met = new ArrayList<>();
        var from = new UUID(0, 0);
        for (var page = vault.after(from, 10); !page.isEmpty(); page = vault.after(from, 10)) {
            met.addAll(page.stream().map(VaultRow::id).toList());
            from = page.getLast().id();
        }
        assertThat(met).hasSize(25).containsExactlyInAnyOrderElementsOf(written);
    }

    private boolean onDisk(String text) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (text(Files.readAllBytes(file)).contains(text)) return true;
            }
        }
        return false;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
