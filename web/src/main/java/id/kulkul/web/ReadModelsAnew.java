package id.kulkul.web;

import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.seen.Comparison;
import id.kulkul.web.settings.Settings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Builds every read model anew from the history: before anybody asks where there are none that this program can read,
 * or those of another history, since one that is half filled gives wrong answers; as soon as they turn out to be
 * damaged; and with {@code --kulkul.rebuild=true} once pages are served, which show what was there before until that is
 * done.
 */
@Component
class ReadModelsAnew extends StartStep {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelsAnew.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Configuration axon;
    private final StoredEvents history;
    private final Comparison comparison;
    private final boolean wanted;
    private volatile boolean built;

    ReadModelsAnew(Configuration axon, StoredEvents history, Comparison comparison, Settings settings) {
        super(Order.READ_MODELS);
        this.axon = axon;
        this.history = history;
        this.comparison = comparison;
        this.wanted = settings.rebuild();
    }

    @Override
    protected void run() {
        if (comparison.restored() || QuerySide.areOfAnother(axon, history.size())) build();
        QuerySide.onDamage(
                axon, () -> Thread.ofPlatform().daemon().name("rebuild").start(this::heal));
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (wanted && !built) build();
    }

    private void heal() {
        LOG.error("The read models are damaged and are built anew");
        while (true) {
            try {
                build();
                return;
            } catch (RuntimeException failed) {
                LOG.error("The read models could not be built anew, which is tried again: {}", failed.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private synchronized void build() {
        try {
            LOG.info("The read models were built anew from {} events", QuerySide.rebuild(axon));
            built = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
