package id.kulkul.web.channel;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs between the start of the write side and the first page: the logs are rebuilt and the channel opened before anybody asks. */
@Component
public class Beginning implements SmartLifecycle {
    /** After the buses and processors, which start 3,072 before the last phase, and before the web server, 2,048 before it. */
    public static final int PHASE = DEFAULT_PHASE - 2_560;

    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final Leaves leaves;
    private final Opening opening;
    private volatile boolean running;

    Beginning(Leaves leaves, Opening opening) {
        this.leaves = leaves;
        this.opening = opening;
    }

    @Override
    public void start() {
        try {
            leaves.follow();
            for (LogName log : LogName.values()) leaves.damage(log).ifPresent(damage -> LOG.error("{}", damage));
            opening.run();
            running = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
