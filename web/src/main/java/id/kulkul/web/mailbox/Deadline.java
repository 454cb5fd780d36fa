package id.kulkul.web.mailbox;

import id.kulkul.web.life.Ending;
import id.kulkul.web.page.Failures;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Lets every answer of the mailbox leave at the same moment after its question; what is not done by then, or went wrong, is "busy" alike. */
@Component
class Deadline {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration WORK = Duration.ofMillis(900);

    private final LookupLimit limit;
    private final Scheduler sealing;

    Deadline(LookupLimit limit, Scheduler sealing) {
        this.limit = limit;
        this.sealing = sealing;
    }

    /** Completes at the moment, with the work's answer or with the other. */
    <T> Mono<T> answer(Supplier<Mono<T>> work, Mono<T> busy) {
        Mono<T> answer = limit.admits() ? inTime(work, busy) : busy;
        return answer.zipWith(Mono.delay(MOMENT), (made, tick) -> made);
    }

    private <T> Mono<T> inTime(Supplier<Mono<T>> work, Mono<T> busy) {
        return Mono.defer(work)
                .subscribeOn(sealing)
                .timeout(WORK, Schedulers.parallel())
                .onErrorResume(late -> {
                    Ending.ifBroken(late);
                    if (!(late instanceof TimeoutException)) Failures.note(late);
                    return busy;
                });
    }
}
