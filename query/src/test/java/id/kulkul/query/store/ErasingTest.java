package id.kulkul.query.store;

import static id.kulkul.crypto.vault.CaseClass.CONTENT;
import static id.kulkul.crypto.vault.CaseClass.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clear copies of what a case says are deleted so that no file holds a byte of them. */
class ErasingTest {
    record Words(UUID caseId, String text) {}

    private static final Shelf<Words> WORDS = Shelf.versioned("words", Words.class)
            .foundEverBy("text", Words::text)
            .copying(CONTENT, Words::caseId);
    private static final Shelf<Words> NAMES =
            Shelf.current("names", Words.class).copying(IDENTITY, Words::caseId);
    private static final Shelf<Words> OTHERS = Shelf.current("others", Words.class);
    private static final UUID CASE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private Path folder;
    private SqliteReadStore store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        store = opened();
    }

    private SqliteReadStore opened() {
        var opened = new SqliteReadStore(folder.resolve("read.db"));
        for (var shelf : List.of(WORDS, NAMES, OTHERS)) opened.prepare(shelf);
        return opened;
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_copies_of_a_class_of_a_case_are_deleted_with_every_version_and_no_other() {
        store.put(WORDS, "a", 1, new Words(CASE, "first"));
        store.put(WORDS, "a", 2, new Words(CASE, "second"));
        store.put(WORDS, "b", 3, new Words(CASE, "third"));
        store.put(WORDS, "c", 4, new Words(OTHER, "of another"));
        store.put(NAMES, "a", 5, new Words(CASE, "a name"));
        store.put(OTHERS, "a", 6, new Words(CASE, "no copy"));
        store.erase(CASE, CONTENT);
        assertThat(store.all(WORDS, Where.any())).containsExactly(new Words(OTHER, "of another"));
        for (long position = 1; position < 4; position++)
            assertThat(store.allAt(WORDS, Where.any(), position)).isEmpty();
        assertThat(store.one(NAMES, "a")).isPresent();
        assertThat(store.one(OTHERS, "a")).isPresent();
        store.erase(CASE, IDENTITY);
        assertThat(store.one(NAMES, "a")).isEmpty();
    }

    /** SQLite overwrites a deleted row where it lies, and not what was left of it elsewhere when pages were split. */
    @Test
    void nothing_of_a_copy_is_in_file_log_or_free_pages_however_often_it_moved() throws IOException {
        var random = new Random(3);
        var erased = new HashSet<Long>();
        for (int round = 0; round < 6; round++) {
            var transaction = store.transactions().startTransaction();
            for (int i = 0; i < 500; i++) {
                if (round > 0 && random.nextInt(3) > 0) continue;
                var text = text(random);
                if (i % 10 == 0) erased.addAll(pieces(text));
                store.put(WORDS, "text " + i, 1000L * round + i, new Words(i % 10 == 0 ? CASE : OTHER, text));
            }
            transaction.commit();
        }
        assertThat(onDisk(erased)).isGreaterThan(5_000);
        store.erase(CASE, CONTENT);
        assertThat(onDisk(erased)).isZero();
        assertThat(store.all(WORDS, Where.any())).hasSize(450);
    }

    private static String text(Random random) {
        var bytes = new byte[List.of(75, 450, 825, 2250).get(random.nextInt(4))];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static Set<Long> pieces(String text) {
        var pieces = new HashSet<Long>();
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.remaining() >= Long.BYTES) pieces.add(bytes.getLong());
        return pieces;
    }

    /** How many of these pieces of 8 bytes lie in some file. */
    private int onDisk(Set<Long> pieces) throws IOException {
        var found = new HashSet<Long>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
                for (int at = 0; at + Long.BYTES <= bytes.limit(); at++)
                    if (pieces.contains(bytes.getLong(at))) found.add(bytes.getLong(at));
            }
        }
        return found.size();
    }

    @Test
    void what_a_projection_has_in_mind_does_not_bring_a_copy_back() {
        store.put(WORDS, "a", 1, new Words(CASE, "PENANDA"));
        store.erase(CASE, CONTENT);
        store.put(WORDS, "a", 2, new Words(CASE, ""));
        assertThat(store.allAt(WORDS, Where.any(), 1)).isEmpty();
        assertThat(store.all(WORDS, Where.any())).containsExactly(new Words(CASE, ""));
        assertThat(onDisk("PENANDA")).isFalse();
    }

    @Test
    void an_erasure_that_is_asked_again_or_has_nothing_to_erase_is_done() {
        store.erase(CASE, CONTENT);
        store.put(WORDS, "a", 1, new Words(OTHER, "stays"));
        store.erase(CASE, CONTENT);
        assertThat(store.one(WORDS, "a")).isPresent();
    }

    @Test
    void an_erasure_within_a_transaction_is_refused() {
        var transaction = store.transactions().startTransaction();
        assertThatThrownBy(() -> store.erase(CASE, CONTENT)).isInstanceOf(IllegalStateException.class);
        transaction.rollback();
    }

    @Test
    void a_rebuild_that_was_interrupted_leaves_no_copy_beside_the_file() {
        try (var fresh = store.fresh()) {
            fresh.prepare(WORDS);
            fresh.put(WORDS, "a", 1, new Words(CASE, "PENANDA"));
            fresh.finish(Map.of());
            assertThat(onDisk("PENANDA")).isTrue();
        }
        store.close();
        store = opened();
        assertThat(onDisk("PENANDA")).isFalse();
    }

    @Test
    void a_copy_that_a_rebuild_brought_is_erased_too() {
        try (var fresh = store.fresh()) {
            fresh.prepare(WORDS);
            fresh.put(WORDS, "a", 1, new Words(CASE, "PENANDA"));
            fresh.put(WORDS, "a", 2, new Words(CASE, "PENANDA again"));
            fresh.finish(Map.of());
            store.replaceBy(fresh);
        }
        assertThat(onDisk("PENANDA")).isTrue();
        store.erase(CASE, CONTENT);
        assertThat(onDisk("PENANDA")).isFalse();
    }

    private boolean onDisk(String text) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList())
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) return true;
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
