package id.kulkul.web.store;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One caller's share of a batch: what to run, and where its caller waits for the answer. */
final class Request<T> {
    private final SqliteWriter.Work<T> work;
    private final boolean severalRows;
    private final Thread caller = Thread.currentThread();
    private @Nullable T result;
    private @Nullable Throwable failure;
    private volatile boolean answered;

    Request(SqliteWriter.Work<T> work, boolean severalRows) {
        this.work = work;
        this.severalRows = severalRows;
    }

    boolean isOneStatement() {
        return !severalRows;
    }

    /**
     * Runs inside the open transaction, and once more where that came to nothing; throws only what ends the whole
     * batch, and keeps what concerns this request alone.
     */
    void run(SqliteWriter file) throws SQLException {
        failure = null;
        try {
            result = severalRows ? file.allOrNothing(work) : work.run();
        } catch (SQLException e) {
            if (!SqliteWriter.concernsOneRequest(e)) throw e;
            failure = e;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    void answer() {
        answered = true;
        LockSupport.unpark(caller);
    }

    void fail(StoreRefused reason) {
        failure = reason;
        answer();
    }

    /** Waits for the answer even when interrupted, because the request may be stored all the same. */
    @SuppressWarnings(
            "NullAway") // a request without failure has the result of its work, which may be null only where T may
    T await() throws SQLException {
        boolean interrupted = false;
        while (!answered) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) Thread.currentThread().interrupt();
        if (failure instanceof SQLException e) throw e;
        if (failure instanceof RuntimeException e) throw e;
        return result;
    }
}
