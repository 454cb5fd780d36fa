package id.kulkul.web;

import id.kulkul.query.QuerySide;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Builds every read model anew from the history when the program is started with {@code --kulkul.rebuild=true}; until that is done, pages show what was there before. */
@Component
@ConditionalOnProperty("kulkul.rebuild")
class ReadModelsAnew {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelsAnew.class);

    private final Configuration axon;

    ReadModelsAnew(Configuration axon) {
        this.axon = axon;
    }

    @EventListener(ApplicationReadyEvent.class)
    void build() throws InterruptedException {
        LOG.info("The read models were built anew from {} events", QuerySide.rebuild(axon));
    }
}
