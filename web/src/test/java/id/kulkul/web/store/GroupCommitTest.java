package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.web.life.Ends;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GroupCommitTest {
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger commits = new AtomicInteger();
    private final CountDownLatch hold = new CountDownLatch(1);
    private SqliteWriter file;
    private GroupCommit writer;
    private PreparedStatement insert;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        file = new SqliteWriter(folder.resolve("test.db"), List.of("CREATE TABLE t (k INTEGER PRIMARY KEY, v BLOB)"));
        insert = file.prepare("INSERT INTO t VALUES (?, zeroblob(?))");
        writer = new GroupCommit("test", file, commits::incrementAndGet);
    }

    @AfterEach
    void close() {
        hold.countDown();
        callers.close();
        writer.close();
    }

    @Test
    void requests_that_wait_together_share_a_commit() {
        holdTheWriter();
        var waiting = requestsThatWait(100);
        hold.countDown();
        assertThat(waiting).allSatisfy(request -> assertThat(request.join()).isEqualTo(1));
        assertThat(commits).hasValue(2);
    }

    @Test
    void a_refused_request_leaves_nothing_behind_and_hurts_no_other() throws SQLException {
        writer.write(() -> row(1, 1), false);
        assertThatThrownBy(() -> writer.write(() -> row(2, 1) + row(1, 1), true))
                .isInstanceOf(SQLException.class);
        assertThat(writer.write(() -> row(2, 1), false)).isEqualTo(1);
        assertThat(writer.stopped()).isNull();
    }

    @Test
    void a_full_disk_fails_what_waits_and_what_comes_with_one_clear_exception() throws SQLException {
        file.execute("PRAGMA max_page_count = 20");
        holdTheWriter();
        var waiting = requestsThatWait(50, 10_000);
        hold.countDown();
        assertThat(waiting).allSatisfy(request -> assertThat(failure(request)).isInstanceOf(StoreStopped.class));
        assertThatThrownBy(() -> writer.write(() -> row(99, 1), false))
                .isInstanceOf(StoreStopped.class)
                .hasMessageContaining("accepts nothing more")
                .hasMessageContaining("full");
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
        await(() -> writer.waiting() == 1);
        var waiting = requestsThatWait(10);
        hold.countDown();
        assertThat(failure(killer)).isInstanceOf(StoreStopped.class);
        assertThat(waiting).allSatisfy(request -> assertThat(failure(request)).isInstanceOf(StoreStopped.class));
        assertThat(writer.stopped()).hasMessageContaining("as a test");
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
        await(() -> writer.waiting() == before + count);
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
        insert.setInt(1, key);
        insert.setInt(2, size);
        return insert.executeUpdate();
    }

    private static void await(BooleanSupplier state) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
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
