package id.kulkul.web.bus;

import id.kulkul.web.life.Ending;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks the read side. A page in plain steps awaits its answer, a stream is told it; both are answered by few threads of
 * the system, which may wait for a disk, and work for a second where there are ten thousand cards: on virtual threads,
 * which nobody interrupts at work, they would keep the commands waiting.
 */
@Component
public class Questions {
    private static final int THREADS = 8;
    private static final int QUEUE = 1000;

    private final QueryGateway queries;
    private final Scheduler reading = Schedulers.newBoundedElastic(THREADS, QUEUE, "reading");

    Questions(QueryGateway queries) {
        this.queries = queries;
    }

    /** Waits for exactly one answer. */
    public <T> T awaitOne(Object question, Class<T> answer) {
        return await(question, ResponseTypes.instanceOf(answer));
    }

    /** Waits for an answer that may not exist. */
    public <T> Optional<T> awaitMaybe(Object question, Class<T> answer) {
        return await(question, ResponseTypes.optionalInstanceOf(answer));
    }

    /** Waits for a list. */
    public <T> List<T> awaitAll(Object question, Class<T> answer) {
        return await(question, ResponseTypes.multipleInstancesOf(answer));
    }

    private <T> T await(Object question, ResponseType<T> type) {
        return Waited.of(told(question, type).toFuture());
    }

    /** Asks for an answer that may not exist; an absent one completes empty. */
    public <T> Mono<T> maybe(Object question, Class<T> answer) {
        return told(question, ResponseTypes.optionalInstanceOf(answer)).flatMap(Mono::justOrEmpty);
    }

    /** Asks for a list. */
    public <T> Mono<List<T>> all(Object question, Class<T> answer) {
        return told(question, ResponseTypes.multipleInstancesOf(answer));
    }

    private <T> Mono<T> told(Object question, ResponseType<T> type) {
        return Mono.defer(() -> Mono.fromFuture(() -> queries.query(question, type)))
                .doOnError(Ending::ifBroken)
                .subscribeOn(reading);
    }
}
