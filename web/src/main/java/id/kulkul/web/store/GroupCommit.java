package id.kulkul.web.store;

import id.kulkul.web.life.Ending;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time write a SQLite file, and answers requests only after the one fsync that made them durable.
 * Requests that wait together are committed together by the writer's thread; one that comes alone is committed by its own.
 */
final class GroupCommit implements AutoCloseable {
    private static final int LARGEST_BATCH = 512;
    private static final int LONGEST_QUEUE = 4096;
    private static final long LONGEST_GATHERING_NANOS = 50_000;

    private final String name;
    private final SqliteWriter file;
    private final Runnable committed;
    private final BlockingQueue<Request<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private volatile int lastBatch;
    private volatile int taken;
    private volatile boolean closing;
    private volatile @Nullable StoreStopped stopped;

    /**
     * Starts the thread.
     *
     * @param name what the store is called in its refusals
     * @param file the only writing connection, closed with this
     * @param committed called after each commit, before the requests of the batch are answered
     */
    GroupCommit(String name, SqliteWriter file, Runnable committed) {
        this.name = name;
        this.file = file;
        this.committed = committed;
        this.thread = Thread.ofPlatform().daemon().name(name + "-writer").start(this::toTheEnd);
    }

    /**
     * Runs one request in the next batch and returns once it is on disk.
     *
     * @param severalRows whether it changes more than one row, and so needs to be taken back as a whole when it fails
     * @throws StoreStopped when the store can write no more; whatever else the request throws concerns this request alone
     */
    <T> T write(SqliteWriter.Work<T> work, boolean severalRows) throws SQLException {
        var request = new Request<>(work, severalRows);
        if (!writtenAlone(request)) enqueue(request);
        return request.await();
    }

    /** Commits in the caller's thread when nobody else is about: a hand-over to another thread would cost as much again. */
    private boolean writtenAlone(Request<?> request) {
        if (lastBatch > 1 || !queue.isEmpty() || !turn.tryLock()) return false;
        try {
            if (stopped != null || closing) return false;
            var batch = new ArrayList<Request<?>>(1);
            batch.add(request);
            commit(batch);
            return true;
        } finally {
            turn.unlock();
        }
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

    /** Who waits for an answer waits for this thread alone. */
    private void toTheEnd() {
        try {
            run();
        } catch (RuntimeException | Error e) {
            Ending.of("The " + name + " store", e);
        }
    }

    private void run() {
        var batch = new ArrayList<Request<?>>(LARGEST_BATCH);
        while (stopped == null && !(closing && queue.isEmpty())) {
            var first = first();
            if (first == null) continue;
            taken = 1;
            turn.lock();
            try {
                taken = 0;
                batch.add(first);
                gather(batch);
                commit(batch);
            } finally {
                turn.unlock();
            }
        }
        if (stopped == null) stopped = new StoreStopped(name, "it is closed", null);
        failQueue();
    }

    private @Nullable Request<?> first() {
        try {
            return queue.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException woken) {
            return null;
        }
    }

    /** Waits a moment for those who were answered together and now come back one after the other. */
    private void gather(List<Request<?>> batch) {
        long start = System.nanoTime();
        while (queue.size() < lastBatch - 1 && System.nanoTime() - start < LONGEST_GATHERING_NANOS) Thread.onSpinWait();
        queue.drainTo(batch, LARGEST_BATCH - 1);
        lastBatch = batch.size();
    }

    /** Writes and answers a batch, or, when the file can take no more, stops and fails it with everything that waits. */
    private void commit(List<Request<?>> batch) {
        try {
            if (stopped != null) throw refusal();
            file.transaction(batch);
            committed.run();
            batch.forEach(Request::answer);
        } catch (Throwable e) {
            if (e instanceof Error broken) Ending.of("The " + name + " store", broken);
            if (stopped == null) stopped = new StoreStopped(name, String.valueOf(e.getMessage()), e);
            batch.forEach(request -> request.fail(refusal()));
            failQueue();
        } finally {
            batch.clear();
        }
    }

    private void failQueue() {
        for (var request = queue.poll(); request != null; request = queue.poll()) request.fail(refusal());
    }

    private StoreStopped refusal() {
        var reason = stopped;
        return new StoreStopped(name, reason == null ? "it is being closed" : reason.reason(), reason);
    }

    /** How many requests wait for the next batch. */
    int waiting() {
        return queue.size() + taken;
    }

    /** Why nothing is accepted any more, or nothing while the store is healthy. */
    @Nullable
    StoreStopped stopped() {
        return stopped;
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
        turn.lock();
        try {
            file.close();
        } finally {
            turn.unlock();
        }
    }
}
