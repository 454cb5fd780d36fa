package id.kulkul.web.health;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** For how long something that is stored has not been folded, by a clock that never jumps. */
final class Lag {
    private static final int MOST = 1024;

    private record Seen(long stored, long nanos) {}

    private final Deque<Seen> seen = new ArrayDeque<>();

    /** As of now, when so many events are stored and so many of them folded. */
    Duration at(long nanos, long stored, long folded) {
        Seen newest = seen.peekLast();
        if ((newest == null || newest.stored() < stored) && seen.size() < MOST) seen.add(new Seen(stored, nanos));
        while (!seen.isEmpty() && seen.getFirst().stored() <= folded) seen.removeFirst();
        return seen.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(nanos - seen.getFirst().nanos());
    }
}
