package id.kulkul.web.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Whether a store takes requests, waits until it can again, or has stopped; says each change once in the log. */
final class WriterState {
    private static final System.Logger LOG = System.getLogger(WriterState.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String store;
    private volatile @Nullable StoreRefused refusal;
    private volatile boolean full;
    private volatile long since;

    WriterState(String store) {
        this.store = store;
    }

    /** Takes note of a failure that concerns the file. */
    void failed(Throwable failure) {
        if (isStopped()) return;
        var fault = Fault.of(failure);
        since = System.nanoTime();
        full = fault == Fault.FULL;
        if (!fault.isPassing()) stop(failure);
        else if (refusal == null) {
            var paused = new StorePaused(store, fault.words() + code(failure), failure);
            refusal = paused;
            log(System.Logger.Level.WARNING, paused.getMessage() + ". It goes on by itself when it can.");
        }
    }

    private void stop(Throwable failure) {
        var stopped = new StoreStopped(store, failure.getMessage() + code(failure), failure);
        refusal = stopped;
        log(
                System.Logger.Level.ERROR,
                stopped.getMessage()
                        + ". What is on the disk is not known, and a second attempt could be told a success"
                        + " that is none: only a new start, which reads what is there, begins again.");
    }

    private static String code(Throwable failure) {
        if (failure instanceof SQLiteException e)
            return " (" + e.getResultCode().name() + ")";
        return failure instanceof SQLException e ? " (" + e.getErrorCode() + ")" : "";
    }

    /** Takes note of a commit. */
    void succeeded() {
        if (refusal == null || isStopped()) return;
        refusal = null;
        full = false;
        log(System.Logger.Level.INFO, "The " + store + " store goes on; what it had acknowledged is there.");
    }

    /** The end that was asked for, which is no failure. */
    void close() {
        if (!isStopped()) refusal = new StoreStopped(store, "it is closed", null);
    }

    boolean isStopped() {
        return refusal instanceof StoreStopped;
    }

    /**
     * Whether nothing need be tried: the store has stopped, or its disk was full and has not yet taken anything again.
     */
    boolean isRefusing() {
        return full || isStopped();
    }

    /** Whether a paused store has rested for long enough to be tried. */
    boolean isRested() {
        return refusal instanceof StorePaused && System.nanoTime() - since > PAUSE_NANOS;
    }

    /** Why nothing is taken, or nothing while the store is healthy. */
    @Nullable
    StoreRefused refusal() {
        return refusal;
    }

    /** A refusal for one more request. */
    StoreRefused again() {
        var first = refusal;
        if (first instanceof StorePaused) return new StorePaused(store, first.reason(), first);
        return new StoreStopped(store, first == null ? "it is being closed" : first.reason(), first);
    }

    private static void log(System.Logger.Level level, String line) {
        LOG.log(level, line);
    }
}
