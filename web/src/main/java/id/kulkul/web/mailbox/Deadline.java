package id.kulkul.web.mailbox;

import id.kulkul.web.life.Ending;
import id.kulkul.web.page.Failures;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Lets every answer of the mailbox leave at the same moment after its question; what is not done by then, or went
 * wrong, is "busy" alike.
 */
@Component
class Deadline {
    /** What somebody comes for: the looks of others never crowd out an answer that is being sent. */
    enum Purpose {
        LOOK,
        REPLY
    }

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration WORK = Duration.ofMillis(900);
    private static final int LOOKS = 50 * Runtime.getRuntime().availableProcessors();
    private static final int REPLIES = 15 * Runtime.getRuntime().availableProcessors();
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Admission looks = new Admission(LOOKS, Schedulers.parallel(), CHANCE);
    private final Admission replies = new Admission(REPLIES, Schedulers.parallel(), CHANCE);
    private final Scheduler sealing;

    Deadline(Scheduler sealing) {
        this.sealing = sealing;
    }

    /** Completes at the moment, with the work's answer or with the other. */
    <T> Mono<T> answer(Purpose purpose, Supplier<Mono<T>> work, Mono<T> busy) {
        return answer(purpose == Purpose.REPLY ? replies : looks, work, busy);
    }

    /** The same for somebody who was admitted before, for what they asked then. */
    <T> Mono<T> answerAdmitted(Supplier<Mono<T>> work, Mono<T> busy) {
        return atTheMoment(Mono.defer(work).subscribeOn(sealing), busy);
    }

    private <T> Mono<T> answer(Admission admission, Supplier<Mono<T>> work, Mono<T> busy) {
        return atTheMoment(
                admission
                        .admitted()
                        .flatMap(admitted -> admitted ? Mono.defer(work).subscribeOn(sealing) : busy),
                busy);
    }

    private <T> Mono<T> atTheMoment(Mono<T> work, Mono<T> busy) {
        return inTime(work, busy).zipWith(Mono.delay(MOMENT), (made, tick) -> made);
    }

    private <T> Mono<T> inTime(Mono<T> work, Mono<T> busy) {
        return work.timeout(WORK, Schedulers.parallel()).onErrorResume(late -> {
            Ending.ifBroken(late);
            if (!(late instanceof TimeoutException)) Failures.note(late);
            return busy;
        });
    }
}
