package id.kulkul.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshReadStoreTest {
    record Note(String text, boolean open) {}

    private static final Shelf<Note> NOTES =
            Shelf.versioned("note", Note.class).foundEverBy("open", Note::open).foundEverBy("text", Note::text);
    private static final Shelf<Note> LAST = Shelf.current("last", Note.class);
    private static final Where ALL = Where.any().orderedBy("text");
    private static final Where OPEN = ALL.equal("open", true);

    private Path folder;
    private SqliteReadStore store;

    @BeforeEach
    void open(@TempDir Path given) {
        folder = given;
        store = new SqliteReadStore(folder.resolve("read.db"));
        store.prepare(NOTES);
        store.prepare(LAST);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_same_puts_give_the_same_documents_and_versions_as_in_a_live_store() {
        fill(store);
        var live = everything();
        try (var fresh = fresh()) {
            fill(fresh);
            fresh.finish(Map.of());
            store.replaceBy(fresh);
        }
        assertThat(everything()).isEqualTo(live);
        assertThat(store.all(NOTES, OPEN)).hasSize(7_000);
    }

    @Test
    void a_document_that_has_left_the_memory_is_found_again() {
        try (var fresh = fresh()) {
            fill(fresh);
            assertThat(fresh.one(NOTES, "key-0")).contains(new Held<>(20_000, new Note("second 0", true)));
            assertThat(fresh.one(NOTES, "nobody")).isEmpty();
        }
    }

    @Test
    void the_tokens_come_with_the_documents() {
        try (var fresh = fresh()) {
            fresh.finish(Map.of("board", new GlobalSequenceTrackingToken(41)));
            store.replaceBy(fresh);
        }
        assertThat(store.tokens().fetchToken("board", 0)).isEqualTo(new GlobalSequenceTrackingToken(41));
    }

    @Test
    void what_is_written_after_the_replacement_is_there_after_a_restart() {
        store.put(NOTES, "old", 1, new Note("gone", true));
        try (var fresh = fresh()) {
            fresh.put(NOTES, "new", 1, new Note("one", true));
            fresh.finish(Map.of());
            store.replaceBy(fresh);
        }
        store.put(NOTES, "new", 2, new Note("two", false));
        store.close();
        store = new SqliteReadStore(folder.resolve("read.db"));
        assertThat(store.one(NOTES, "old")).isEmpty();
        assertThat(store.allAt(NOTES, OPEN, 1)).containsExactly(new Note("one", true));
        assertThat(store.allAt(NOTES, OPEN, 2)).isEmpty();
    }

    @Test
    void one_that_is_given_up_changes_nothing() {
        store.put(NOTES, "old", 1, new Note("here", true));
        try (var fresh = fresh()) {
            fresh.put(NOTES, "old", 1, new Note("other", true));
            assertThatThrownBy(() -> store.replaceBy(fresh)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(store.one(NOTES, "old")).contains(new Held<>(1, new Note("here", true)));
        try (var again = fresh()) {
            assertThat(again.one(NOTES, "old")).isEmpty();
        }
    }

    @Test
    void read_models_that_are_distrusted_begin_anew_unless_others_took_their_place() {
        store.put(NOTES, "half", 1, new Note("filled", true));
        store.distrust();
        reopen();
        assertThat(store.isNew()).isTrue();
        assertThat(store.one(NOTES, "half")).isEmpty();
        store.distrust();
        try (var fresh = fresh()) {
            fresh.put(NOTES, "whole", 1, new Note("filled", true));
            fresh.finish(Map.of());
            store.replaceBy(fresh);
        }
        reopen();
        assertThat(store.isNew()).isFalse();
        assertThat(store.one(NOTES, "whole")).isPresent();
    }

    private void reopen() {
        store.close();
        store = new SqliteReadStore(folder.resolve("read.db"));
        store.prepare(NOTES);
    }

    @Test
    void nothing_of_the_write_ahead_log_outlives_the_replacement() {
        fill(store);
        try (var fresh = fresh()) {
            fresh.finish(Map.of());
            store.replaceBy(fresh);
        }
        store.close();
        assertThat(folder.resolve("read.db-wal"))
                .satisfiesAnyOf(log -> assertThat(log).doesNotExist(), log -> assertThat(Files.size(log))
                        .isZero());
        store = new SqliteReadStore(folder.resolve("read.db"));
        store.prepare(NOTES);
        assertThat(store.all(NOTES, OPEN)).isEmpty();
    }

    private FreshReadStore fresh() {
        var fresh = store.fresh();
        fresh.prepare(NOTES);
        fresh.prepare(LAST);
        return fresh;
    }

    /** More documents than are kept in memory, half of them changed afterwards. */
    private static void fill(Shelves store) {
        for (int i = 0; i < 7_000; i++) {
            store.put(NOTES, "key-" + i, i, new Note("first " + i, i % 2 == 1));
            store.put(LAST, "key-" + i % 10, i, new Note("number " + i, true));
        }
        for (int i = 0; i < 7_000; i += 2) store.put(NOTES, "key-" + i, 20_000 + i, new Note("second " + i, true));
        store.put(NOTES, "key-1", 30_000, new Note("first 1", true));
        store.put(NOTES, "key-1", 5, new Note("too late", true));
    }

    private List<Object> everything() {
        return List.of(
                store.one(NOTES, "key-0"),
                store.one(NOTES, "key-1"),
                store.one(LAST, "key-3"),
                store.all(NOTES, OPEN),
                store.allAt(NOTES, ALL, 6_999),
                store.allAt(NOTES, ALL, 21_000),
                store.allAt(NOTES, ALL, 30_000));
    }
}
