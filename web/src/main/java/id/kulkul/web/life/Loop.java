package id.kulkul.web.life;

import id.kulkul.query.Deaths;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rounds of the same work, one after the other: a round that is thrown out of is a death of the loop, and after it the
 * same round is tried again.
 */
public final class Loop implements AutoCloseable {
    /** One round; failures that are to be expected are its own affair. */
    @FunctionalInterface
    public interface Round {
        void run() throws InterruptedException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Supplier<Duration> pause;
    private final Round round;
    private final Deaths deaths;
    private final Thread thread;
    private volatile boolean closed;
    private int inARow;

    Loop(String name, Supplier<Duration> pause, Round round, Deaths deaths) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.deaths = deaths;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        Optional<Duration> again = Optional.empty();
        do {
            try {
                Thread.sleep(again.isPresent() ? again.get() : pause.get());
                round.run();
                inARow = 0;
                again = Optional.empty();
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException | Error died) {
                if (!closed) again = deaths.died(name, died, ++inARow);
            }
        } while (!closed && (inARow == 0 || again.isPresent()));
    }

    /** Ends what is going on, and waits for that a little. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
