package id.kulkul.web;

import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.StoredEvents;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Builds every read model anew from the history: before anybody asks where there are none that this program can read, since one that is
 * half filled gives wrong answers; and with {@code --kulkul.rebuild=true} once pages are served, which show what was there before until
 * that is done.
 */
@Component
class ReadModelsAnew extends StartStep {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelsAnew.class);

    private final Configuration axon;
    private final StoredEvents history;
    private final boolean wanted;
    private boolean built;

    ReadModelsAnew(Configuration axon, StoredEvents history, @Value("${kulkul.rebuild:false}") boolean wanted) {
        super(Order.READ_MODELS);
        this.axon = axon;
        this.history = history;
        this.wanted = wanted;
    }

    @Override
    protected void run() {
        if (QuerySide.beganEmpty(axon) && history.size() > 0) build();
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
}
