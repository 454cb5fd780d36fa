package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.vault.Vault;
import id.kulkul.crypto.vault.VaultRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) return true;
            }
        }
        return false;
    }
}
