package id.kulkul.web.bus;

import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.StoredEvents;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets a page that follows an act wait until the read side has seen it, and goes on without it rather than for long. */
@Component
public class CatchUp {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Configuration axon;
    private final StoredEvents history;

    CatchUp(Configuration axon, StoredEvents history) {
        this.axon = axon;
        this.history = history;
    }

    /** Completes when everything stored by now is in the read models, or after three seconds. */
    public Mono<Void> now() {
        return entirely().take(PATIENCE);
    }

    /** Completes when everything stored by now is in the read models, however long that takes. */
    public Mono<Void> entirely() {
        return Mono.defer(() -> {
            long stored = history.size();
            return Flux.interval(Duration.ZERO, LOOK)
                    .onBackpressureDrop()
                    .takeUntil(tick -> QuerySide.folded(axon) >= stored)
                    .then();
        });
    }
}
