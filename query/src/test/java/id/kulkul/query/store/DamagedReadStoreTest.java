package id.kulkul.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bad disk or a restored copy leaves of read models is never believed. */
class DamagedReadStoreTest {
    record Note(String text, int rank) {}

    private static final Shelf<Note> NOTES = Shelf.versioned("note", Note.class).foundBy("rank", Note::rank);
    private static final Where ALL = Where.atMost(9_999).orderedBy("rank");
    private static final int MANY = 2_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void filled() {
        file = folder.resolve("read.db");
        try (var store = opened()) {
            fill(store, MANY);
        }
    }

    private SqliteReadStore opened() {
        var store = new SqliteReadStore(file);
        store.prepare(NOTES);
        return store;
    }

    private static void fill(SqliteReadStore store, int position) {
        var transaction = store.transactions().startTransaction();
        for (int i = 0; i < MANY; i++) store.put(NOTES, "key " + i, position + i, new Note("text " + position, i));
        store.tokens().storeToken(new GlobalSequenceTrackingToken(position + MANY - 1), "notes", 0);
        transaction.commit();
    }

    private void garble(double from, double to) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) ((to - from) * bytes.length())];
            new Random(7).nextBytes(noise);
            bytes.seek((long) (from * bytes.length()));
            bytes.write(noise);
        }
    }

    private void assertBeginsAnew() {
        try (var store = opened()) {
            assertThat(store.isNew()).isTrue();
            assertThat(store.all(NOTES, ALL)).isEmpty();
            fill(store, MANY);
            assertThat(store.all(NOTES, ALL)).hasSize(MANY);
        }
        try (var store = opened()) {
            assertThat(store.isNew()).isFalse();
        }
    }

    @Test
    void what_is_whole_is_kept() {
        try (var store = opened()) {
            assertThat(store.isNew()).isFalse();
            assertThat(store.all(NOTES, ALL)).hasSize(MANY);
        }
    }

    @Test
    void garbled_pages_begin_anew() throws IOException {
        garble(0.3, 0.6);
        assertBeginsAnew();
    }

    @Test
    void a_garbled_head_begins_anew() throws IOException {
        garble(0, 0.01);
        assertBeginsAnew();
    }

    @Test
    void a_file_cut_short_begins_anew() throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2 / 4096 * 4096);
        }
        assertBeginsAnew();
    }

    @Test
    void what_is_no_database_begins_anew_and_a_foreign_log_beside_it_is_gone() throws IOException {
        Files.write(file, "no database".repeat(999).getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("read.db-wal"), new byte[] {1, 2, 3});
        assertBeginsAnew();
    }

    @Test
    void an_older_copy_under_a_newer_log_is_either_whole_or_begun_anew() throws IOException {
        var older = Files.copy(file, folder.resolve("older"));
        Path log = folder.resolve("read.db-wal");
        try (var store = opened()) {
            for (int round = 2; round < 6; round++) fill(store, MANY * round);
            Files.copy(log, folder.resolve("newer-wal"));
        }
        Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);
        Files.move(folder.resolve("newer-wal"), log, StandardCopyOption.REPLACE_EXISTING);
        try (var store = opened()) {
            var notes = store.all(NOTES, ALL);
            if (store.isNew()) assertThat(notes).isEmpty();
            else
                assertThat(notes).hasSize(MANY).allSatisfy(note -> assertThat(note.text())
                        .isEqualTo("text " + MANY * 5));
        }
    }

    @Test
    void damage_that_is_met_while_the_program_runs_is_told_once_until_others_took_their_place() throws IOException {
        var told = new AtomicInteger();
        try (var store = opened()) {
            store.onDamage(told::incrementAndGet);
            garble(0.05, 0.95);
            for (int i = 0; i < 2; i++)
                assertThatThrownBy(() -> store.all(NOTES, ALL)).isInstanceOf(ReadStoreFailed.class);
            assertThat(told).hasValue(1);
            try (var fresh = store.fresh()) {
                fresh.prepare(NOTES);
                fresh.put(NOTES, "key", 3, new Note("again", 1));
                fresh.finish(java.util.Map.of());
                store.replaceBy(fresh);
            }
            assertThat(store.all(NOTES, ALL)).containsExactly(new Note("again", 1));
            assertThat(told).hasValue(1);
        }
    }

    @Test
    void damage_that_was_met_before_anybody_listened_is_told_all_the_same() throws IOException {
        var told = new AtomicInteger();
        try (var store = opened()) {
            garble(0.05, 0.95);
            assertThatThrownBy(() -> store.all(NOTES, ALL)).isInstanceOf(ReadStoreFailed.class);
            store.onDamage(told::incrementAndGet);
            assertThat(told).hasValue(1);
        }
    }
}
