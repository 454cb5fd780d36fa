package id.kulkul.web.life;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sees, instead of the end of this process, that it would have ended; one test at a time, since others run beside it.
 * An error that surfaces once more later is not taken for another one.
 */
public final class Ends implements AutoCloseable {
    private static final Semaphore ONE = new Semaphore(1);
    private static final Set<Throwable> SEEN =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private final CountDownLatch ended = new CountDownLatch(1);

    public Ends() {
        ONE.acquireUninterruptibly();
        Ending.replace(new Halt() {
            @Override
            boolean begin(Throwable why) {
                return SEEN.add(why);
            }

            @Override
            void now() {
                ended.countDown();
            }
        });
    }

    /** What runs by itself, begun again at once. */
    public static Lives quick() {
        return new Lives(List.of(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    /** Whether it would have ended by now. */
    public boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** Waits for an end, at most half a minute, and says whether it came. */
    public boolean await() throws InterruptedException {
        return ended.await(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        ONE.release();
    }
}
