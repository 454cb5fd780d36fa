package id.kulkul.web.health;

import java.time.Duration;

/** For how long a log has had something to sign and got no checkpoint, by a clock that never jumps: one that has nothing new may rest. */
final class Waiting {
    private static final long UNKNOWN = -1;

    private long size = UNKNOWN;
    private long since;

    /** As of now, when checkpoints cover so many leaves and the next mark would make another one or would not. */
    Duration at(long nanos, long covered, boolean due) {
        if (!due || covered != size) since = nanos;
        size = covered;
        return Duration.ofNanos(nanos - since);
    }
}
