package id.kulkul.web.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoundsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Lives lives = Ends.quick();
    private final Semaphore asked = new Semaphore(0);
    private final BlockingQueue<String> rounds = new LinkedBlockingQueue<>();
    private volatile boolean held;

    @AfterEach
    void stop() {
        lives.destroy();
    }

    private Rounds rounds() {
        SoleRight right = () -> {
            asked.release();
            return held;
        };
        return new Rounds(right, lives, MOMENT);
    }

    @Test
    void a_round_without_the_right_to_it_does_not_run_and_one_with_it_does() throws InterruptedException {
        rounds().loop("signer", () -> MOMENT, () -> rounds.add("signed"));
        asked.acquire(5);
        assertThat(rounds).isEmpty();
        held = true;
        assertThat(rounds.poll(30, TimeUnit.SECONDS)).isEqualTo("signed");
    }

    @Test
    void a_right_that_is_lost_during_the_pause_is_lost_for_the_round() throws InterruptedException {
        held = true;
        rounds().loop(
                        "sweeper",
                        () -> {
                            held = false;
                            return MOMENT;
                        },
                        () -> rounds.add("swept"));
        asked.acquire(5);
        assertThat(rounds).isEmpty();
    }

    @Test
    void nobody_without_the_right_is_asked_how_long_to_wait() throws InterruptedException {
        var waits = new AtomicInteger();
        rounds().loop(
                        "orphans",
                        () -> {
                            waits.incrementAndGet();
                            return MOMENT;
                        },
                        () -> rounds.add("removed"));
        asked.acquire(5);
        assertThat(waits).hasValue(0);
    }
}
