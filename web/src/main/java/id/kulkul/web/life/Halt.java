package id.kulkul.web.life;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The end itself. Its thread is there from the start, for a process without memory cannot make one, and writing a last
 * line may never return.
 */
class Halt {
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch beginning = new CountDownLatch(1);

    /** One whose thread waits already. */
    static Halt ready() {
        var halt = new Halt();
        Thread.ofPlatform().daemon().name("ending").start(halt::await);
        return halt;
    }

    private void await() {
        try {
            beginning.await();
        } catch (InterruptedException early) {
            return;
        }
        LockSupport.parkNanos(LAST_WORDS_NANOS);
        now();
    }

    /** Begins to end because of something, for which there are two seconds; whether nobody did before. */
    @SuppressWarnings("unused") // a test wants to know
    boolean begin(Throwable why) {
        if (!begun.compareAndSet(false, true)) return false;
        beginning.countDown();
        return true;
    }

    /** Ends without any more ado: hooks and finalisers could wait for what is broken. */
    void now() {
        Runtime.getRuntime().halt(Ending.CODE);
    }
}
