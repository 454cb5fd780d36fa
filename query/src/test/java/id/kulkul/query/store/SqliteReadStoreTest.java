package id.kulkul.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("the log of the read models")
class SqliteReadStoreTest extends ReadStoreContract {
    private Path file;
    private SqliteReadModels models;
    private SqliteReadStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("read.db");
        opened();
    }

    private void opened() {
        models = new SqliteReadModels(file);
        store = models.store();
        store.prepare(NOTES);
    }

    @Override
    ReadModels models() {
        return models;
    }

    @Override
    void reopen() {
        store.close();
        opened();
    }

    @AfterEach
    void close() {
        store.close();
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
    void a_failed_inner_part_undoes_the_whole() {
        var outer = store.transactions().startTransaction();
        store.put(NOTES, "a", 1, note("one", 1));
        store.transactions().startTransaction().rollback();
        outer.commit();
        assertThat(store.one(NOTES, "a")).isEmpty();
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
}
