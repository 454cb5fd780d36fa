package id.kulkul.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.life.Ends;
import id.kulkul.web.life.Lives;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowRoundTest {
    private final Lives lives = Ends.quick();

    @AfterEach
    void stop() {
        lives.destroy();
    }

    @Test
    void the_reading_that_an_error_ended_is_begun_again_and_goes_on() throws InterruptedException {
        var rounds = new AtomicInteger();
        var again = new CountDownLatch(1);
        var slow = new SlowRound(
                rows -> {
                    if (rounds.incrementAndGet() == 1) throw new LinkageError("as a test");
                    again.countDown();
                },
                log -> Optional.empty(),
                lives,
                200);
        slow.begin();
        again.await();
        assertThat(lives.restarts()).containsExactly(Map.entry("recheck", 1));
    }
}
