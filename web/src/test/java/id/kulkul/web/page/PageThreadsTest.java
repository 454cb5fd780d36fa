package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PageThreadsTest {
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 3;

    private final PageThreads pages = new PageThreads(AT_A_TIME, WAITING);

    /** Waits for the event, and fails if it never comes. */
    private static void await(CountDownLatch event) {
        try {
            if (!event.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("it never came");
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** Takes all places until then. */
    private void crowd(CountDownLatch until) {
        var begun = new CountDownLatch(AT_A_TIME);
        for (int i = 0; i < AT_A_TIME; i++)
            pages.execute(() -> {
                begun.countDown();
                await(until);
            });
        await(begun);
    }

    @Test
    void each_page_has_a_virtual_thread_of_its_own() throws InterruptedException {
        BlockingQueue<Thread> seen = new LinkedBlockingQueue<>();
        pages.execute(() -> seen.add(Thread.currentThread()));
        assertThat(seen.take()).matches(Thread::isVirtual).isNotSameAs(Thread.currentThread());
    }

    @Test
    void while_all_places_are_taken_the_others_wait_and_then_have_their_turns() {
        var until = new CountDownLatch(1);
        crowd(until);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        var done = new CountDownLatch(WAITING);
        for (int i = 0; i < WAITING; i++) {
            int own = i;
            pages.execute(() -> {
                order.add(own);
                done.countDown();
            });
        }
        assertThat(order).isEmpty();
        until.countDown();
        await(done);
        assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void one_more_than_may_wait_is_refused_at_once_and_places_come_back_from_pages_that_failed() {
        for (int round = 0; round < 2; round++) {
            var until = new CountDownLatch(1);
            crowd(until);
            for (int i = 0; i < WAITING; i++)
                pages.execute(() -> {
                    throw new IllegalStateException("a page that failed");
                });
            assertThatThrownBy(() -> pages.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
            until.countDown();
            while (pages.admitted() > 0) Thread.onSpinWait();
        }
    }

    @Test
    void whoever_comes_when_too_many_wait_hears_that_the_office_is_busy() {
        assertThat(Requests.answered(new RejectedExecutionException("Scheduler unavailable")))
                .startsWith("503")
                .endsWith("page/busy");
    }
}
