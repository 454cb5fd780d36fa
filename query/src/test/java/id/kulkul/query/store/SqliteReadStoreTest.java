package id.kulkul.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("the log of the read models")
class SqliteReadStoreTest {
    record Note(String text, boolean open, @Nullable Integer rank) {}

    private static final Shelf<Note> NOTES =
            Shelf.versioned("note", Note.class).foundBy("open", Note::open).foundBy("rank", Note::rank);
    private static final Where OPEN = Where.atMost(10).equal("open", true).orderedBy("rank");

    private Path file;
    private SqliteReadStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("read.db");
        store = new SqliteReadStore(file);
        store.prepare(NOTES);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_document_is_found_with_the_position_from_which_it_holds() {
        store.put(NOTES, "a", 3, note("one", 1));
        assertThat(store.one(NOTES, "a")).contains(new Held<>(3, note("one", 1)));
        assertThat(store.one(NOTES, "b")).isEmpty();
    }

    @Test
    void a_visitor_walks_in_order_until_it_has_enough() {
        for (var rank = 5; rank > 0; rank--) store.put(NOTES, "n" + rank, 10 - rank, note("note " + rank, rank));
        var walked = new ArrayList<Integer>();
        store.walk(NOTES, Where.any().equal("open", true).orderedBy("rank"), note -> {
            walked.add(note.rank());
            return walked.size() < 3;
        });
        assertThat(walked).containsExactly(1, 2, 3);
    }

    @Test
    void a_full_disk_keeps_neither_document_nor_token_and_the_next_transaction_keeps_both() {
        var tokens = store.tokens();
        tokens.storeToken(new GlobalSequenceTrackingToken(2), "board", 0);
        var disk = new FullDisk(store);
        var batch = store.transactions().startTransaction();
        store.put(NOTES, "a", 3, note("x".repeat(100_000), 1));
        tokens.storeToken(new GlobalSequenceTrackingToken(3), "board", 0);
        assertThatThrownBy(batch::commit).isInstanceOf(ReadStoreFailed.class);
        batch.rollback();
        disk.awaitMet();
        disk.close();
        assertThat(store.one(NOTES, "a")).isEmpty();
        assertThat(tokens.fetchToken("board", 0)).isEqualTo(new GlobalSequenceTrackingToken(2));
        var again = store.transactions().startTransaction();
        store.put(NOTES, "a", 3, note("x".repeat(100_000), 1));
        tokens.storeToken(new GlobalSequenceTrackingToken(3), "board", 0);
        again.commit();
        assertThat(store.one(NOTES, "a")).isPresent();
        assertThat(tokens.fetchToken("board", 0)).isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void a_file_that_another_program_holds_keeps_neither_document_nor_token_and_takes_both_when_it_is_free()
            throws SQLException {
        var tokens = store.tokens();
        tokens.storeToken(new GlobalSequenceTrackingToken(2), "board", 0);
        try (var held = new HeldFile(store, file)) {
            assertThatThrownBy(() -> store.transactions().startTransaction()).isInstanceOf(ReadStoreFailed.class);
            assertThatThrownBy(() -> store.put(NOTES, "a", 3, note("one", 1))).isInstanceOf(ReadStoreFailed.class);
            held.awaitMet();
            assertThat(store.one(NOTES, "a")).isEmpty();
            assertThat(tokens.fetchToken("board", 0)).isEqualTo(new GlobalSequenceTrackingToken(2));
        }
        var again = store.transactions().startTransaction();
        store.put(NOTES, "a", 3, note("one", 1));
        tokens.storeToken(new GlobalSequenceTrackingToken(3), "board", 0);
        again.commit();
        assertThat(store.one(NOTES, "a")).isPresent();
        assertThat(tokens.fetchToken("board", 0)).isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    @Test
    void an_older_or_equal_position_writes_nothing() {
        store.put(NOTES, "a", 3, note("one", 1));
        store.put(NOTES, "a", 3, note("two", 1));
        store.put(NOTES, "a", 2, note("three", 1));
        assertThat(store.one(NOTES, "a")).contains(new Held<>(3, note("one", 1)));
        assertThat(textsAt(2)).isEmpty();
        assertThat(textsAt(99)).containsExactly("one");
    }

    @Test
    void an_unchanged_document_makes_no_version() {
        store.put(NOTES, "a", 3, note("one", 1));
        store.put(NOTES, "a", 4, note("one", 1));
        assertThat(store.one(NOTES, "a")).contains(new Held<>(3, note("one", 1)));
        assertThat(textsAt(3)).containsExactly("one");
    }

    @Test
    void every_version_holds_from_its_position_to_the_next() {
        store.put(NOTES, "a", 3, note("one", 1));
        store.put(NOTES, "a", 7, note("two", 1));
        assertThat(textsAt(2)).isEmpty();
        assertThat(textsAt(3)).containsExactly("one");
        assertThat(textsAt(6)).containsExactly("one");
        assertThat(textsAt(7)).containsExactly("two");
        assertThat(textsAt(99)).containsExactly("two");
    }

    private List<String> textsAt(long position) {
        return store.allAt(NOTES, Where.any(), position).stream()
                .map(Note::text)
                .toList();
    }

    @Test
    void a_list_is_filtered_ordered_and_limited() {
        store.put(NOTES, "a", 1, note("last", 9));
        store.put(NOTES, "b", 2, note("first", 1));
        store.put(NOTES, "c", 3, new Note("closed", false, 0));
        assertThat(store.all(NOTES, OPEN)).extracting(Note::text).containsExactly("first", "last");
        assertThat(store.all(NOTES, Where.atMost(1).orderedBy("rank")))
                .extracting(Note::text)
                .containsExactly("closed");
        assertThat(store.all(NOTES, Where.atMost(9).before("rank", 1)))
                .extracting(Note::text)
                .containsExactly("closed");
    }

    @Test
    void a_list_can_be_asked_as_of_a_position() {
        store.put(NOTES, "a", 1, note("one", 1));
        store.put(NOTES, "a", 5, new Note("one", false, 1));
        store.put(NOTES, "b", 6, note("two", 2));
        assertThat(store.allAt(NOTES, OPEN, 4)).extracting(Note::text).containsExactly("one");
        assertThat(store.allAt(NOTES, OPEN, 5)).isEmpty();
        assertThat(store.allAt(NOTES, OPEN, 6)).extracting(Note::text).containsExactly("two");
    }

    @Test
    void a_field_that_is_absent_is_before_nothing() {
        store.put(NOTES, "a", 1, new Note("unranked", true, null));
        assertThat(store.all(NOTES, Where.atMost(9).before("rank", 100))).isEmpty();
    }

    @Test
    void a_field_is_a_name_and_nothing_else() {
        assertThatThrownBy(() -> store.all(NOTES, Where.atMost(1).equal("open') OR 1=1 --", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.all(NOTES, Where.atMost(1).orderedBy("text")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Field<Note>("open') OR 1=1 --", Note::open))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shelf.current("note; DROP TABLE note", Note.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void documents_and_token_commit_together() {
        var transaction = store.transactions().startTransaction();
        store.put(NOTES, "a", 1, note("one", 1));
        store.tokens().storeToken(new GlobalSequenceTrackingToken(1), "board", 0);
        transaction.commit();
        assertThat(store.one(NOTES, "a")).isPresent();
        assertThat(store.tokens().fetchToken("board", 0)).isEqualTo(new GlobalSequenceTrackingToken(1));
    }

    @Test
    void documents_and_token_are_rolled_back_together() {
        var transaction = store.transactions().startTransaction();
        store.put(NOTES, "a", 1, note("one", 1));
        store.tokens().storeToken(new GlobalSequenceTrackingToken(1), "board", 0);
        transaction.rollback();
        transaction.rollback();
        assertThat(store.one(NOTES, "a")).isEmpty();
        assertThat(store.tokens().fetchSegments("board")).isEmpty();
    }

    @Test
    void nobody_else_sees_what_is_not_committed() {
        var transaction = store.transactions().startTransaction();
        store.put(NOTES, "a", 1, note("one", 1));
        assertThat(store.one(NOTES, "a")).isPresent();
        assertThat(elsewhere()).isEmpty();
        transaction.commit();
        assertThat(elsewhere()).hasSize(1);
    }

    private List<Note> elsewhere() {
        return CompletableFuture.supplyAsync(() -> store.all(NOTES, OPEN))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void a_failed_inner_part_undoes_the_whole() {
        var outer = store.transactions().startTransaction();
        store.put(NOTES, "a", 1, note("one", 1));
        store.transactions().startTransaction().rollback();
        outer.commit();
        assertThat(store.one(NOTES, "a")).isEmpty();
    }

    @Test
    void tokens_of_a_replay_survive_a_restart() {
        var replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(2));
        store.tokens().storeToken(replay, "board", 0);
        store.tokens().storeToken(null, "fresh", 0);
        store.close();
        store = new SqliteReadStore(file);
        assertThat(store.tokens().fetchToken("board", 0)).isEqualTo(replay);
        assertThat(store.tokens().fetchToken("fresh", 0)).isNull();
        assertThat(store.tokens().fetchSegments("fresh")).containsExactly(0);
    }

    @Test
    void a_history_goes_on_after_a_restart_and_after_a_rollback() {
        store.put(NOTES, "a", 1, note("one", 1));
        store.put(NOTES, "a", 2, note("two", 1));
        var transaction = store.transactions().startTransaction();
        store.put(NOTES, "a", 3, note("undone", 1));
        transaction.rollback();
        store.close();
        store = new SqliteReadStore(file);
        store.put(NOTES, "a", 4, note("three", 1));
        store.put(NOTES, "b", 5, note("other", 1));
        store.put(NOTES, "a", 6, note("four", 1));
        assertThat(textsAt(1)).containsExactly("one");
        assertThat(textsAt(3)).containsExactly("two");
        assertThat(textsAt(4)).containsExactly("three");
        assertThat(textsAt(5)).containsExactlyInAnyOrder("three", "other");
        assertThat(textsAt(6)).containsExactlyInAnyOrder("four", "other");
    }

    @Test
    void a_file_whose_tables_have_another_shape_begins_anew(@TempDir Path other) throws SQLException {
        var old = other.resolve("old.db");
        try (var open = DriverManager.getConnection("jdbc:sqlite:" + old);
                var sql = open.createStatement()) {
            sql.execute("PRAGMA journal_mode=WAL");
            sql.execute("CREATE TABLE note (key TEXT PRIMARY KEY, from_position INTEGER, doc TEXT)");
            sql.execute("CREATE TABLE token (processor TEXT, segment INTEGER, type TEXT, token TEXT)");
            sql.execute("INSERT INTO note VALUES ('a', 1, '{}')");
            sql.execute("INSERT INTO token VALUES ('board', 0, 't', '1')");
        }
        try (var anew = new SqliteReadStore(old)) {
            assertThat(anew.isNew()).isTrue();
            anew.prepare(NOTES);
            assertThat(anew.one(NOTES, "a")).isEmpty();
            assertThat(anew.tokens().fetchSegments("board")).isEmpty();
            anew.put(NOTES, "a", 1, note("again", 1));
        }
        try (var later = new SqliteReadStore(old)) {
            assertThat(later.isNew()).isFalse();
            assertThat(later.one(NOTES, "a")).contains(new Held<>(1, note("again", 1)));
        }
    }

    private static Note note(String text, int rank) {
        return new Note(text, true, rank);
    }
}
