package id.kulkul.web.life;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What only one of all processes over the same stores does again and again: a round runs where the right is held. */
@Component
public class Rounds {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final SoleRight right;
    private final Lives lives;
    private final Duration again;

    /** Asks a few seconds after it was not held whether it is now. */
    @Autowired
    public Rounds(SoleRight right, Lives lives) {
        this(right, lives, AGAIN);
    }

    Rounds(SoleRight right, Lives lives, Duration again) {
        this.right = right;
        this.lives = lives;
        this.again = again;
    }

    /**
     * Does something again and again on a thread of its own, as {@link Lives#loop} does, where the right is held both
     * before and after the pause.
     *
     * @param pause asked before each round how long to wait for it
     */
    public void loop(String name, Supplier<Duration> pause, Loop.Round round) {
        var held = new AtomicBoolean();
        lives.loop(
                name,
                () -> {
                    held.set(right.isHeld());
                    return held.get() ? pause.get() : again;
                },
                () -> {
                    if (held.get() && right.isHeld()) round.run();
                });
    }
}
