package id.kulkul.query.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows on a thread of its own, in the order in which they were added; their JSON is made by who adds them, which
 * has less to do.
 */
final class FreshRows implements AutoCloseable {
    private static final int TOGETHER = 200;
    private static final int WAITING = 4;
    private static final int MARKS = 1 << 23;

    /** A row on its way into the file. */
    @SuppressWarnings("ArrayRecordComponent") // rows are carried, never compared
    private record Row(String sql, @Nullable Object[] values) {}

    private final Documents documents = new Documents();
    private final Link link;
    private final BitSet written = new BitSet(MARKS);
    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("fresh-rows").unstarted(this::run);
    private List<Row> added = new ArrayList<>(TOGETHER);
    private volatile @Nullable Throwable failure;

    FreshRows(Link link) {
        this.link = link;
        thread.start();
    }

    private void run() {
        try {
            while (true) queue.take().run();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds the document of a key. */
    <R> void add(Shelf<R> shelf, String key, Held<R> held) {
        written.set(mark(shelf, key));
        written.set(otherMark(shelf, key));
        add(new Row(SqlText.write(shelf), documents.values(shelf, key, held)));
    }

    /** Adds a version that held up to a position. */
    <R> void addPast(Shelf<R> shelf, Held<R> held, long to) {
        add(new Row(SqlText.addPast(shelf), documents.pastValues(shelf, held, to)));
    }

    private void add(Row row) {
        added.add(row);
        if (added.size() == TOGETHER) handOver();
    }

    /** The document of a key, if it was ever added; most keys that are asked for were not. */
    <R> Optional<Held<R>> one(Shelf<R> shelf, String key) {
        if (!written.get(mark(shelf, key)) || !written.get(otherMark(shelf, key))) return Optional.empty();
        settle();
        try {
            return documents.row(link, shelf, key);
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        }
    }

    private static int mark(Shelf<?> shelf, String key) {
        return hash(shelf, key) & (MARKS - 1);
    }

    /** A second bit, so that a key that was never added is hardly ever looked for. */
    private static int otherMark(Shelf<?> shelf, String key) {
        return (hash(shelf, key) * 0x9E3779B1) >>> 9;
    }

    private static int hash(Shelf<?> shelf, String key) {
        return 31 * shelf.name().hashCode() + key.hashCode();
    }

    /** Waits until every row that was added is in the file. */
    void settle() {
        handOver();
        var reached = new CountDownLatch(1);
        put(reached::countDown);
        try {
            reached.await();
        } catch (InterruptedException interrupted) {
            throw stopped(interrupted);
        }
        var failed = failure;
        if (failed != null) throw new ReadStoreFailed(failed);
    }

    private void handOver() {
        var rows = added;
        added = new ArrayList<>(TOGETHER);
        put(() -> write(rows));
    }

    private void put(Runnable work) {
        try {
            queue.put(work);
        } catch (InterruptedException interrupted) {
            throw stopped(interrupted);
        }
    }

    private static ReadStoreFailed stopped(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new ReadStoreFailed(interrupted);
    }

    private void write(List<Row> rows) {
        if (failure != null) return;
        try {
            for (var row : rows) link.update(row.sql(), row.values());
        } catch (SQLException | RuntimeException | Error failed) {
            failure = failed;
        }
    }

    /** Ends the thread after what it is writing. */
    @Override
    public void close() {
        thread.interrupt();
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
