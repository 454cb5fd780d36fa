package id.kulkul.web.page;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Runs pages that are written in plain steps, each on a virtual thread of its own: so many at a time, so many more wait
 * for their turn, and of the rest each hears at once that the office is busy.
 */
final class PageThreads implements AsyncTaskExecutor {
    /** Each may wait for the disk or for three seconds until what was done is seen. */
    static final int AT_A_TIME = 64;

    /** As many as waited for an answer of the read side before there were pages in plain steps. */
    static final int WAITING = 1000;

    private final ThreadFactory threads = Thread.ofVirtual().name("page-", 0).factory();
    private final int most;
    private final Semaphore admission;
    private final Semaphore turns;

    PageThreads(int atATime, int waiting) {
        most = atATime + waiting;
        admission = new Semaphore(most);
        turns = new Semaphore(atATime, true);
    }

    /** Never waits; fails if too many wait already. */
    @Override
    public void execute(Runnable page) {
        if (!admission.tryAcquire()) throw new RejectedExecutionException("too many pages wait");
        threads.newThread(() -> inTurn(page)).start();
    }

    private void inTurn(Runnable page) {
        turns.acquireUninterruptibly();
        try {
            page.run();
        } finally {
            turns.release();
            admission.release();
        }
    }

    /** How many pages are at work or wait. */
    int admitted() {
        return most - admission.availablePermits();
    }
}
