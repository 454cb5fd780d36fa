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
 * Requests that wait together are committed together by the writer's thread; one that comes alone is committed by its
 * own. After a fault that changed nothing the file is opened anew, compared with what was acknowledged, and written on.
 */
final class GroupCommit implements AutoCloseable {
    private static final int LARGEST_BATCH = 512;
    private static final int LONGEST_QUEUE = 4096;
    private static final long LONGEST_GATHERING_NANOS = 50_000;

    private final String name;
    private final SqliteWriter.Opening opening;
    private final Contents contents;
    private final Reserve reserve;
    private final WriterState state;
    private final BlockingQueue<Request<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private @Nullable SqliteWriter file;
    private volatile int lastBatch;
    private volatile int taken;
    private volatile boolean closing;

    /**
     * Opens the file and starts the thread.
     *
     * @param name what the store is called in its refusals
     * @param opening makes the only writing connection, closed with this
     * @param contents what the file holds
     * @param reserve given up when the disk is full
     */
    GroupCommit(String name, SqliteWriter.Opening opening, Contents contents, Reserve reserve) throws SQLException {
        this.name = name;
        this.opening = opening;
        this.contents = contents;
        this.reserve = reserve;
        this.state = new WriterState(name);
        opened();
        this.thread = Thread.ofPlatform().daemon().name(name + "-writer").start(this::toTheEnd);
    }

    /**
     * Runs one request in the next batch and returns once it is on disk.
     *
     * @param severalRows whether it changes more than one row, and so needs to be taken back as a whole when it fails
     * @throws StoreRefused when the store can write no more, or not now; whatever else the request throws concerns this
     *     request alone
     */
    <T> T write(SqliteWriter.Work<T> work, boolean severalRows) throws SQLException {
        var request = new Request<>(work, severalRows);
        if (!writtenAlone(request)) enqueue(request);
        return request.await();
    }

    /**
     * Commits in the caller's thread when nobody else is about: a hand-over to another thread would cost as much again.
     */
    private boolean writtenAlone(Request<?> request) {
        if (lastBatch > 1 || !queue.isEmpty() || !turn.tryLock()) return false;
        try {
            if (state.isRefusing() || closing) return false;
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
            while (!state.isRefusing() && !closing) {
                if (queue.offer(request, 100, TimeUnit.MILLISECONDS)) {
                    if (state.isRefusing()) failQueue();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreStopped(name, "the caller was interrupted before its request was taken", e);
        }
        throw state.again();
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
        while (!state.isStopped() && !(closing && queue.isEmpty())) {
            var first = first();
            if (first == null) {
                tryAgain();
                continue;
            }
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
        state.close();
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

    /** Writes and answers a batch, or fails it; where the file takes nothing for now, with everything that waits. */
    private void commit(List<Request<?>> batch) {
        try {
            if (state.isRefusing()) throw state.again();
            store(batch);
            state.succeeded();
            batch.forEach(Request::answer);
        } catch (StoreRefused meanwhile) {
            batch.forEach(request -> request.fail(state.again()));
        } catch (Throwable e) {
            if (e instanceof Error broken) Ending.of("The " + name + " store", broken);
            failed(e);
            batch.forEach(request -> request.fail(state.again()));
            if (state.isRefusing()) failQueue();
        } finally {
            batch.clear();
        }
    }

    /** On a full disk the reserve is given up for this, and the batch written after all. */
    private void store(List<Request<?>> batch) throws SQLException {
        var writer = opened();
        try {
            writer.transaction(batch);
        } catch (SQLException e) {
            if (Fault.of(e) != Fault.FULL || !reserve.free()) throw e;
            detach();
            writer = opened();
            writer.transaction(batch);
        }
        contents.committed();
        writer.emptyLog();
    }

    private SqliteWriter opened() throws SQLException {
        var open = file;
        if (open != null) return open;
        var fresh = opening.open();
        try {
            contents.attach(fresh);
        } catch (SQLException | RuntimeException e) {
            fresh.close();
            throw e;
        }
        file = fresh;
        return fresh;
    }

    private void failed(Throwable failure) {
        detach();
        state.failed(failure);
    }

    /** Whatever was begun on the connection is rolled back; the next one reads anew what is there. */
    private void detach() {
        if (file != null) file.close();
        file = null;
    }

    /** Tries a store that is paused, so that it goes on, and says so, without waiting for somebody to fail. */
    private void tryAgain() {
        if (!state.isRested() || !reserve.isEnough()) return;
        turn.lock();
        try {
            if (!state.isRested()) return;
            opened().probe();
            contents.committed();
            state.succeeded();
        } catch (Throwable e) {
            failed(e);
        } finally {
            turn.unlock();
        }
    }

    private void failQueue() {
        for (var request = queue.poll(); request != null; request = queue.poll()) request.fail(state.again());
    }

    /** How many requests wait for the next batch. */
    int waiting() {
        return queue.size() + taken;
    }

    /** Why nothing is accepted now or ever, or nothing while the store is healthy. */
    @Nullable
    StoreRefused refusal() {
        return state.refusal();
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
            detach();
        } finally {
            turn.unlock();
        }
    }
}
