package id.kulkul.web.clock;

import id.kulkul.web.life.Lives;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the watch look at the clock every ten seconds, once a demonstration has told its story and set its clock right.
 */
@Component
class ClockRounds {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final ClockWatch watch;
    private final Lives lives;

    ClockRounds(ClockWatch watch, Lives lives) {
        this.watch = watch;
        this.lives = lives;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var begun = new AtomicBoolean();
        lives.loop("clock", () -> begun.getAndSet(true) ? EVERY : Duration.ZERO, watch::look);
    }
}
