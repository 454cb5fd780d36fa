package id.kulkul.web.health;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * For how long a log has had something to sign and got no checkpoint, by a clock that never jumps: one that has nothing
 * to sign may rest.
 */
final class Waiting {
    private long newest = Long.MIN_VALUE;
    private long seen;
    private long since;

    /**
     * As of now.
     *
     * @param checkpoint what tells the newest checkpoint from the one before it; not its size, which a heartbeat leaves
     *     as it is
     * @param isDue whether the next mark makes another one, when that one was seen so long ago
     */
    Duration at(long nanos, long checkpoint, Predicate<Duration> isDue) {
        boolean fresh = checkpoint != newest;
        if (fresh) seen = nanos;
        if (fresh || !isDue.test(Duration.ofNanos(nanos - seen))) since = nanos;
        newest = checkpoint;
        return Duration.ofNanos(nanos - since);
    }
}
