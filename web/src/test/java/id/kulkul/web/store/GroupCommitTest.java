package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.web.life.Ends;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@Timeout(30)
class GroupCommitTest {
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger commits = new AtomicInteger();
    private CountDownLatch slow = new CountDownLatch(0);
    private final CountDownLatch hold = new CountDownLatch(1);
    private final CapturedLog log = new CapturedLog(WriterState.class);
    private final AtomicInteger openings = new AtomicInteger();
    private Path path;
    private final AtomicReference<SqliteWriter> file = new AtomicReference<>();
    private GroupCommit writer;
    private final AtomicReference<PreparedStatement> insert = new AtomicReference<>();
    private Reserve reserve = Reserve.NONE;
    private boolean lacking;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        path = folder.resolve("test.db");
        open();
    }

    private void open() throws SQLException {
        writer = new GroupCommit("test", this::opened, new OneTable(), reserve);
    }

    private SqliteWriter file() {
        return Objects.requireNonNull(file.get());
    }

    private SqliteWriter opened() throws SQLException {
        openings.incrementAndGet();
        return new SqliteWriter(path, List.of("CREATE TABLE IF NOT EXISTS t (k INTEGER PRIMARY KEY, v BLOB)"));
    }

    private final class OneTable implements Contents {
        @Override
        public void attach(SqliteWriter connection) throws SQLException {
            if (lacking) throw new IllegalStateException("the table lacks what was acknowledged");
            file.set(connection);
            insert.set(connection.prepare("INSERT INTO t VALUES (?, zeroblob(?))"));
        }

        @Override
        public void committed() {
            commits.incrementAndGet();
            await(slow);
        }
    }

    @AfterEach
    void close() {
        hold.countDown();
        slow.countDown();
        callers.close();
        writer.close();
        log.close();
    }

    @Test
    void requests_that_wait_together_share_a_commit() {
        holdTheWriter();
        var waiting = requestsThatWait(100);
        hold.countDown();
        assertThat(waiting).allSatisfy(request -> assertThat(request.join()).isEqualTo(1));
        assertThat(commits).hasValue(2);
    }

    /** A commit that takes as long as this test likes. */
    @Test
    void on_a_slow_disk_nobody_is_acknowledged_early_refused_or_lost() throws SQLException {
        slow = new CountDownLatch(1);
        var first = request(() -> row(1_000, 1));
        Awaited.until(() -> commits.get() == 1);
        var behind = requestsThatWait(200);
        assertThat(first).isNotDone();
        assertThat(behind).noneMatch(CompletableFuture::isDone);
        assertThat(writer.refusal()).isNull();
        slow.countDown();
        assertThat(first.join()).isEqualTo(1);
        assertThat(behind).allSatisfy(request -> assertThat(request.join()).isEqualTo(1));
        assertThat(count()).isEqualTo(201);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void a_refused_request_leaves_nothing_behind_and_hurts_no_other() throws SQLException {
        writer.write(() -> row(1, 1), false);
        assertThatThrownBy(() -> writer.write(() -> row(2, 1) + row(1, 1), true))
                .isInstanceOf(SQLException.class);
        assertThat(writer.write(() -> row(2, 1), false)).isEqualTo(1);
        assertThat(writer.refusal()).isNull();
    }

    @Test
    void a_full_disk_fails_what_waits_and_what_comes_and_is_tried_again() throws SQLException {
        writer.write(() -> row(100, 1), false);
        file().execute("PRAGMA max_page_count = 20");
        holdTheWriter();
        var waiting = requestsThatWait(50, 10_000);
        hold.countDown();
        assertThat(waiting).allSatisfy(request -> assertThat(failure(request))
                .isInstanceOf(StorePaused.class)
                .hasMessageContaining("takes nothing for now")
                .hasMessageContaining("full"));
        Awaited.until(() -> writer.refusal() == null);
        assertThat(writer.write(() -> row(1, 10_000), false)).isEqualTo(1);
        assertThat(count()).isEqualTo(2);
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0)).contains("test store", "the disk is full (SQLITE_FULL)");
        assertThat(log.lines().get(1)).contains("test store goes on");
    }

    @Test
    void the_reserve_is_given_up_for_those_who_wait_and_nobody_is_refused() throws Exception {
        writer.close();
        var given = new AtomicInteger();
        reserve = new Reserve() {
            @Override
            public boolean free() {
                return given.getAndIncrement() == 0;
            }

            @Override
            public boolean isEnough() {
                return true;
            }

            @Override
            public void missed() {}
        };
        open();
        file().execute("PRAGMA max_page_count = 20");
        holdTheWriter();
        var waiting = requestsThatWait(50, 10_000);
        hold.countDown();
        assertThat(waiting).allSatisfy(request -> assertThat(request.join()).isEqualTo(1));
        assertThat(count()).isEqualTo(50);
        assertThat(given).hasValue(1);
    }

    @Test
    void a_paused_store_is_not_tried_before_there_is_room() throws Exception {
        writer.close();
        var room = new AtomicBoolean();
        var asked = new CountDownLatch(1);
        reserve = new Reserve() {
            @Override
            public boolean free() {
                return false;
            }

            @Override
            public boolean isEnough() {
                asked.countDown();
                return room.get();
            }

            @Override
            public void missed() {}
        };
        open();
        file().execute("PRAGMA max_page_count = 3");
        assertThatThrownBy(() -> writer.write(() -> row(1, 100_000), false)).isInstanceOf(StorePaused.class);
        await(asked);
        assertThat(writer.refusal()).isInstanceOf(StorePaused.class);
        assertThatThrownBy(() -> writer.write(() -> row(1, 1), false)).isInstanceOf(StorePaused.class);
        room.set(true);
        Awaited.until(() -> writer.refusal() == null);
        assertThat(count()).isZero();
    }

    @Test
    void a_locked_file_fails_one_request_and_the_next_is_tried() throws Exception {
        writer.write(() -> row(1, 1), false);
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = other.createStatement()) {
            file().execute("PRAGMA busy_timeout = 0");
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> writer.write(() -> row(2, 1), true))
                    .isInstanceOf(StorePaused.class)
                    .hasMessageContaining("another program holds its file (SQLITE_BUSY)");
            statement.execute("ROLLBACK");
            assertThat(writer.write(() -> row(2, 1), true)).isEqualTo(1);
        }
        assertThat(writer.refusal()).isNull();
        assertThat(log.lines()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {
                "SQLITE_IOERR_FSYNC",
                "SQLITE_IOERR_DIR_FSYNC",
                "SQLITE_CORRUPT",
                "SQLITE_NOTADB",
                "SQLITE_IOERR_READ"
            })
    void what_leaves_the_disk_unknown_stops_the_store_for_good_and_says_why(SQLiteErrorCode code) throws SQLException {
        assertThatThrownBy(() -> writer.write(failing(code), false)).isInstanceOf(StoreStopped.class);
        assertThatThrownBy(() -> writer.write(() -> row(1, 1), false))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining(code.name());
        assertThat(openings).hasValue(1);
        assertThat(log.lines()).singleElement().asString().contains(code.name(), "new start");
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_CANTOPEN", "SQLITE_BUSY"})
    void what_changed_nothing_is_tried_again(SQLiteErrorCode code) throws SQLException {
        assertThatThrownBy(() -> writer.write(failing(code), false)).isInstanceOf(StorePaused.class);
        Awaited.until(() -> writer.refusal() == null);
        assertThat(writer.write(() -> row(1, 1), false)).isEqualTo(1);
        assertThat(openings).hasValue(2);
    }

    @Test
    void a_file_that_lacks_what_was_acknowledged_is_not_written_on() {
        lacking = true;
        assertThatThrownBy(() -> writer.write(failing(SQLiteErrorCode.SQLITE_FULL), false))
                .isInstanceOf(StorePaused.class);
        Awaited.until(() -> writer.refusal() instanceof StoreStopped);
        assertThat(writer.refusal()).hasMessageContaining("lacks what was acknowledged");
    }

    private static SqliteWriter.Work<Integer> failing(SQLiteErrorCode code) {
        return () -> {
            throw new SQLiteException("as a test", code);
        };
    }

    private long count() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + path);
                var rows = other.createStatement().executeQuery("SELECT count(*) FROM t")) {
            return rows.getLong(1);
        }
    }

    @Test
    void when_the_writer_dies_its_callers_are_told_and_the_process_ends() {
        try (var ends = new Ends()) {
            aRequestEndsTheWriter();
            assertThat(ends.isEnded()).isTrue();
        }
    }

    private void aRequestEndsTheWriter() {
        holdTheWriter();
        var killer = request(() -> {
            throw new OutOfMemoryError("as a test");
        });
        Awaited.until(() -> writer.waiting() == 1);
        var waiting = requestsThatWait(10);
        hold.countDown();
        assertThat(failure(killer)).isInstanceOf(StoreStopped.class);
        assertThat(waiting).allSatisfy(request -> assertThat(failure(request)).isInstanceOf(StoreStopped.class));
        assertThat(writer.refusal()).hasMessageContaining("as a test");
    }

    @Test
    void closing_finishes_what_was_taken_and_refuses_the_rest() {
        holdTheWriter();
        var waiting = requestsThatWait(10);
        var closing = CompletableFuture.runAsync(writer::close, callers);
        hold.countDown();
        closing.join();
        assertThat(waiting).allSatisfy(request -> assertThat(request.join()).isEqualTo(1));
        assertThatThrownBy(() -> writer.write(() -> row(99, 1), false)).isInstanceOf(StoreStopped.class);
    }

    private void holdTheWriter() {
        var holding = new CountDownLatch(1);
        var unused = request(() -> {
            holding.countDown();
            return await(hold);
        });
        await(holding);
    }

    private List<CompletableFuture<Integer>> requestsThatWait(int count) {
        return requestsThatWait(count, 1);
    }

    private List<CompletableFuture<Integer>> requestsThatWait(int count, int size) {
        int before = writer.waiting();
        var requests = IntStream.range(0, count)
                .mapToObj(key -> request(() -> row(key, size)))
                .toList();
        Awaited.until(() -> writer.waiting() == before + count);
        return requests;
    }

    private CompletableFuture<Integer> request(SqliteWriter.Work<Integer> work) {
        var answer = new CompletableFuture<Integer>();
        callers.execute(() -> {
            try {
                answer.complete(writer.write(work, false));
            } catch (SQLException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private int row(int key, int size) throws SQLException {
        var row = Objects.requireNonNull(insert.get());
        row.setInt(1, key);
        row.setInt(2, size);
        return row.executeUpdate();
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException woken) {
            return await(latch);
        }
    }

    private static Throwable failure(CompletableFuture<?> request) {
        return request.handle((result, failure) -> failure).join();
    }
}
