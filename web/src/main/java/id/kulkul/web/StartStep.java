package id.kulkul.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.SmartLifecycle;

/**
 * Something that is done once between the start of the write side and the first page: buses and processors start 3,072
 * before the last phase, the web server 2,048 before it.
 */
public abstract class StartStep implements SmartLifecycle {
    /** The steps, in the order in which they are done. */
    public enum Order {
        STORES(0),
        READ_MODELS(1),
        LOGS_AND_CHANNEL(2),
        DEMONSTRATION(3);

        private final int place;

        Order(int place) {
            this.place = place;
        }
    }

    private final int phase;
    private volatile boolean done;

    protected StartStep(Order order) {
        phase = DEFAULT_PHASE - 2_560 + order.place;
    }

    /** Does it; a failure ends the start. */
    protected abstract void run() throws IOException;

    @Override
    public final void start() {
        try {
            run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done = true;
    }

    @Override
    public final void stop() {
        done = false;
    }

    @Override
    public final boolean isRunning() {
        return done;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
