package id.kulkul.web;

import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.channel.Beginning;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Builds every read model anew from the history: before anybody asks where there are none that this program can read, since one that is
 * half filled gives wrong answers; and with {@code --kulkul.rebuild=true} once pages are served, which show what was there before until
 * that is done.
 */
@Component
class ReadModelsAnew implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelsAnew.class);

    private final Configuration axon;
    private final StoredEvents history;
    private final boolean wanted;
    private volatile boolean running;
    private boolean built;

    ReadModelsAnew(Configuration axon, StoredEvents history, @Value("${kulkul.rebuild:false}") boolean wanted) {
        this.axon = axon;
        this.history = history;
        this.wanted = wanted;
    }

    @Override
    public void start() {
        if (QuerySide.beganEmpty(axon) && history.size() > 0) build();
        running = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (wanted && !built) build();
    }

    private void build() {
        try {
            LOG.info("The read models were built anew from {} events", QuerySide.rebuild(axon));
            built = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
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
        return Beginning.PHASE - 1;
    }
}
