package id.kulkul.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thread that alone writes a SQLite file, and answers requests only after the one fsync that made them durable. */
final class GroupCommit implements AutoCloseable {
    static final int LARGEST_BATCH = 512;
    private static final int LONGEST_QUEUE = 4096;

    private final String name;
    private final SqliteWriter file;
    private final Runnable committed;
    private final BlockingQueue<Request<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable StoreStopped stopped;

    /**
     * Starts the thread.
     *
     * @param name what the store is called in its refusals
     * @param file the only writing connection, closed with this
     * @param committed called by the thread after each commit, before the requests of the batch are answered
     */
    GroupCommit(String name, SqliteWriter file, Runnable committed) {
        this.name = name;
        this.file = file;
        this.committed = committed;
        this.thread = Thread.ofPlatform().daemon().name(name + "-writer").start(this::run);
    }

    /**
     * Runs one request in the next batch and returns once it is on disk.
     *
     * @throws StoreStopped when the store can write no more; whatever else the request throws concerns this request alone
     */
    <T> T write(SqliteWriter.Work<T> work, boolean severalRows) throws SQLException {
        var request = new Request<>(work, severalRows);
        enqueue(request);
        return request.await();
    }

    /** How many requests wait for the next batch. */
    int waiting() {
        return queue.size();
    }

    /** Why nothing is accepted any more, or nothing while the store is healthy. */
    @Nullable
    StoreStopped stopped() {
        return stopped;
    }

    private void enqueue(Request<?> request) {
        try {
            while (stopped == null && !closing) {
                if (queue.offer(request, 100, TimeUnit.MILLISECONDS)) {
                    if (stopped != null) failQueue();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreStopped(name, "the caller was interrupted before its request was taken", e);
        }
        throw refusal();
    }

    private StoreStopped refusal() {
        var reason = stopped;
        return new StoreStopped(name, reason == null ? "it is being closed" : reason.reason(), reason);
    }

    private void run() {
        var batch = new ArrayList<Request<?>>(LARGEST_BATCH);
        try {
            while (next(batch)) {
                file.transaction(batch);
                committed.run();
                answer(batch);
            }
            stopped = new StoreStopped(name, "it is closed", null);
        } catch (Throwable e) {
            stopped = new StoreStopped(name, String.valueOf(e.getMessage()), e);
        } finally {
            batch.forEach(request -> request.fail(refusal()));
            failQueue();
        }
    }

    private boolean next(List<Request<?>> batch) {
        Request<?> first = null;
        while (first == null) {
            if (closing && queue.isEmpty()) return false;
            first = poll();
        }
        batch.add(first);
        queue.drainTo(batch, LARGEST_BATCH - 1);
        return true;
    }

    private @Nullable Request<?> poll() {
        try {
            return queue.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException woken) {
            return null;
        }
    }

    private static void answer(List<Request<?>> batch) {
        batch.forEach(Request::answer);
        batch.clear();
    }

    private void failQueue() {
        for (Request<?> request = queue.poll(); request != null; request = queue.poll()) request.fail(refusal());
    }

    /** Refuses new requests, finishes those that were taken, and closes the file. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
