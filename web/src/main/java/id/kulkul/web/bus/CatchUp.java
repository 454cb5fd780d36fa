package id.kulkul.web.bus;

import id.kulkul.query.audit.StoredEvents;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets a page that follows an act wait until the read side has seen it, and goes on without it rather than for long.
 */
@Component
public class CatchUp {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StoredEvents history;
    private final Flux<Long> folded;

    /** All who wait look together. */
    CatchUp(Folded readModels, StoredEvents history) {
        this.history = history;
        this.folded = Flux.interval(Duration.ZERO, LOOK, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .map(tick -> readModels.events())
                .publish()
                .refCount();
    }

    /**
     * Completes when everything stored by now is in the read models, after three seconds, or where nobody can tell:
     * what was done is stored, and is not told as a failure.
     */
    public Mono<Void> now() {
        return entirely().take(PATIENCE).onErrorComplete();
    }

    /** Waits for the same. */
    public void awaitNow() {
        now().block();
    }

    /** Completes when everything stored by now is in the read models, however long that takes. */
    public Mono<Void> entirely() {
        return Mono.defer(() -> {
            long stored = history.size();
            return folded.takeUntil(seen -> seen >= stored).then().publishOn(Schedulers.parallel());
        });
    }
}
