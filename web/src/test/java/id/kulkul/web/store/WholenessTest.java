package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A history or a vault that a bad disk or a restored copy left damaged is refused whole, and not touched. */
class WholenessTest {
    private static final int MANY = 400;

    @TempDir
    Path folder;

    private GroupCommitEvents events() throws SQLException {
        return GroupCommitEvents.open(folder.resolve("events.db"), Noted.serializer(), NoOpEventUpcaster.INSTANCE);
    }

    private SqliteVault vault() throws SQLException {
        return new SqliteVault(folder.resolve("vault.db"));
    }

    private void fill() throws SQLException {
        try (var events = events();
                var vault = vault()) {
            fill(events, 0);
            fill(vault);
        }
    }

    private static void fill(GroupCommitEvents events, int from) {
        for (int i = from; i < from + MANY; i++) events.appendEvents(Noted.event(i, 0));
    }

    private static void fill(SqliteVault vault) {
        vault.write(rows(MANY));
    }

    private static List<VaultRow> rows(int many) {
        return IntStream.range(0, many)
                .mapToObj(
                        i -> new VaultRow(UUID.randomUUID(), RowClass.CASE_KEY, UUID.randomUUID(), 1, 0, new byte[300]))
                .toList();
    }

    private static void garble(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) bytes.length() / 3];
            new Random(7).nextBytes(noise);
            bytes.seek(8192);
            bytes.write(noise);
        }
    }

    private interface Opening {
        AutoCloseable open() throws SQLException;
    }

    private void assertRefused(String name, Opening store) throws IOException {
        Path file = folder.resolve(name);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> store.open().close())
                .isInstanceOf(StoreDamaged.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void what_is_whole_or_not_there_yet_opens() throws SQLException {
        fill();
        try (var events = events()) {
            assertThat(events.appends().size()).isEqualTo(MANY);
        }
    }

    @Test
    void garbled_pages_are_refused_and_stay_as_they_are() throws Exception {
        fill();
        garble(folder.resolve("events.db"));
        garble(folder.resolve("vault.db"));
        assertRefused("events.db", this::events);
        assertRefused("vault.db", this::vault);
    }

    @Test
    void what_is_no_database_is_refused() throws Exception {
        for (String name : new String[] {"events.db", "vault.db"})
            Files.write(folder.resolve(name), "no database".repeat(999).getBytes(StandardCharsets.US_ASCII));
        assertRefused("events.db", this::events);
        assertRefused("vault.db", this::vault);
    }

    @Test
    void an_older_copy_under_a_log_that_was_begun_anew_is_refused_or_holds_every_event_of_its_log() throws Exception {
        fill();
        Path file = folder.resolve("events.db");
        Path log = folder.resolve("events.db-wal");
        Path older = Files.copy(file, folder.resolve("older"));
        try (var events = events()) {
            fill(events, MANY);
        }
        try (var events = events()) {
            fill(events, 2 * MANY);
            Files.copy(log, folder.resolve("newer-wal"));
        }
        Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("newer-wal"), log);
        try (var events = events()) {
            assertThat(events.after(-1, 9_999)).hasSize(3 * MANY);
        } catch (StoreDamaged refused) {
            assertThat(refused).hasMessageContaining("damaged");
        }
    }

    /** The first commit after an opening empties the vault's log; what comes after it lies there. */
    @Test
    void an_older_vault_under_a_log_that_was_begun_anew_is_refused_or_holds_every_row_of_its_log() throws Exception {
        fill();
        Path file = folder.resolve("vault.db");
        Path log = folder.resolve("vault.db-wal");
        Path older = Files.copy(file, folder.resolve("older"));
        try (var vault = vault()) {
            fill(vault);
        }
        try (var vault = vault()) {
            vault.write(rows(1));
            fill(vault);
            assertThat(Files.size(log)).isPositive();
            Files.copy(log, folder.resolve("newer-wal"));
        }
        Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("newer-wal"), log);
        try (var vault = vault()) {
            assertThat(vault.after(Hex16.ZERO, 9_999)).hasSize(3 * MANY + 1);
        } catch (StoreDamaged refused) {
            assertThat(refused).hasMessageContaining("damaged");
        }
    }

    @Test
    void damage_that_is_met_while_the_program_runs_is_told_by_its_health() throws Exception {
        fill();
        try (var events = events();
                var vault = vault()) {
            var disk = new DiskRoom(folder, DataSize.ofBytes(0));
            var health = new StoreHealth(new StoreCondition(events, vault, disk));
            garble(folder.resolve("events.db"));
            assertThatThrownBy(() -> events.after(-1, 9_999)).isInstanceOf(EventStoreException.class);
            assertThat(events.isDamaged()).isTrue();
            assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
        }
    }
}
