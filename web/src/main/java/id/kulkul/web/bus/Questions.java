package id.kulkul.web.bus;

import id.kulkul.web.life.Ending;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Asks the read side; the answering thread may wait for a disk, the event loop never does. */
@Component
public class Questions {
    private static final int THREADS = 8;
    private static final int QUEUE = 1000;

    private final QueryGateway queries;
    private final Scheduler reading = Schedulers.newBoundedElastic(THREADS, QUEUE, "reading");

    Questions(QueryGateway queries) {
        this.queries = queries;
    }

    /** Asks for exactly one answer. */
    public <T> Mono<T> one(Object question, Class<T> answer) {
        return ask(() -> queries.query(question, ResponseTypes.instanceOf(answer)));
    }

    /** Asks for an answer that may not exist; an absent one completes empty. */
    public <T> Mono<T> maybe(Object question, Class<T> answer) {
        return this.<Optional<T>>ask(() -> queries.query(question, ResponseTypes.optionalInstanceOf(answer)))
                .flatMap(Mono::justOrEmpty);
    }

    /** Asks for a list. */
    public <T> Mono<List<T>> all(Object question, Class<T> answer) {
        return ask(() -> queries.query(question, ResponseTypes.multipleInstancesOf(answer)));
    }

    private <T> Mono<T> ask(Supplier<CompletableFuture<T>> question) {
        return Mono.defer(() -> Mono.fromFuture(question))
                .doOnError(Ending::ifBroken)
                .subscribeOn(reading);
    }
}
