package id.kulkul.web.bus;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for what comes, as a page in plain steps does: not for ever, since it holds a place in which another could be
 * served.
 */
final class Waited {
    /**
     * Longer than a machine that is only overloaded keeps anybody waiting; where a store hangs, its pages at last make
     * room for others.
     */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private Waited() {}

    /** What came, or the failure itself instead of it. */
    static <T> T of(CompletableFuture<T> coming) {
        return of(coming, PATIENCE);
    }

    static <T> T of(CompletableFuture<T> coming, Duration patience) {
        try {
            return coming.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw why(failed);
        } catch (TimeoutException late) {
            throw new NotInTime(late);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program ends", over);
        }
    }

    private static RuntimeException why(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error broken) throw broken;
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
