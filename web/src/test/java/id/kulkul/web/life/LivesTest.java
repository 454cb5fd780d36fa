package id.kulkul.web.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LivesTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Ends ends = new Ends();
    private final Lives lives = Ends.quick();
    private final BlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    @AfterEach
    void stop() {
        lives.destroy();
        ends.close();
    }

    @Test
    void a_round_that_an_error_ended_is_tried_again_and_the_loop_goes_on() throws InterruptedException {
        lives.loop("signer", () -> MOMENT, () -> {
            if (count.incrementAndGet() == 2) throw new AssertionError("as a test");
            rounds.add(count.get());
        });
        for (int round : new int[] {1, 3, 4, 5}) assertThat(next()).isEqualTo(round);
        assertThat(lives.restarts()).containsExactly(Map.entry("signer", 1));
        assertThat(ends.isEnded()).isFalse();
    }

    @Test
    void after_a_death_the_same_round_comes_before_the_next_pause() throws InterruptedException {
        lives.loop("signer", () -> count.get() == 0 ? MOMENT : Duration.ofDays(1), () -> {
            if (count.incrementAndGet() == 1) throw new LinkageError("as a test");
            rounds.add(count.get());
        });
        assertThat(next()).isEqualTo(2);
    }

    @Test
    void what_dies_at_every_attempt_is_begun_again_three_times_and_then_the_process_ends() throws InterruptedException {
        lives.loop("sweeper", () -> MOMENT, () -> {
            count.incrementAndGet();
            throw new IllegalStateException("as a test");
        });
        assertThat(ends.await()).isTrue();
        assertThat(count).hasValue(4);
        assertThat(lives.restarts()).containsEntry("sweeper", 3);
    }

    @Test
    void deaths_with_life_between_them_do_not_add_up() throws InterruptedException {
        lives.loop("sweeper", () -> MOMENT, () -> {
            if (count.incrementAndGet() % 2 == 0) throw new AssertionError("as a test");
            rounds.add(count.get());
        });
        for (int round = 1; round < 20; round += 2) assertThat(next()).isEqualTo(round);
        assertThat(ends.isEnded()).isFalse();
    }

    @Test
    void an_error_of_the_virtual_machine_is_not_tried_again() throws InterruptedException {
        lives.loop("orphans", () -> MOMENT, () -> {
            count.incrementAndGet();
            throw new IllegalStateException(new StackOverflowError());
        });
        assertThat(ends.await()).isTrue();
    }

    @Test
    void stopping_interrupts_a_round_and_lets_no_other_begin() throws InterruptedException {
        var never = new CountDownLatch(1);
        lives.loop("sweeper", () -> MOMENT, () -> {
            rounds.add(count.incrementAndGet());
            never.await();
        });
        next();
        lives.stop();
        assertThat(rounds).isEmpty();
        assertThat(lives.restarts()).isEmpty();
    }

    private int next() throws InterruptedException {
        Integer round = rounds.poll(30, TimeUnit.SECONDS);
        if (round == null) throw new AssertionError("no round came");
        return round;
    }
}
