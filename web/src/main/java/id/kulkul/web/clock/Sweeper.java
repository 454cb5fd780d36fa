package id.kulkul.web.clock;

import id.kulkul.command.Acted;
import id.kulkul.command.Aggregates;
import id.kulkul.query.casework.CaseworkQuery.Overdue;
import id.kulkul.query.casework.MissedDuty;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.life.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Records every duty whose last day has passed undone; it asks anew each time, so that nothing depends on a timer that
 * survived.
 */
@Component
public class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Questions questions;
    private final Acts acts;
    private final Aggregates aggregates;
    private final CatchUp readSide;
    private final Clock clock;
    private final ClockWatch watch;
    private final Rounds rounds;

    Sweeper(
            Questions questions,
            Acts acts,
            Aggregates aggregates,
            CatchUp readSide,
            Clock clock,
            ClockWatch watch,
            Rounds rounds) {
        this.questions = questions;
        this.acts = acts;
        this.aggregates = aggregates;
        this.readSide = readSide;
        this.clock = clock;
        this.watch = watch;
        this.rounds = rounds;
    }

    /** Sweeps now and every ten minutes. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        var first = new AtomicBoolean(true);
        rounds.loop("sweeper", () -> first.getAndSet(false) ? Duration.ZERO : EVERY, this::round);
    }

    private void round() {
        try {
            sweep().block(EVERY);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof Error broken) throw broken;
            LOG.warn("A sweep failed: {}", e.getClass().getName());
        }
    }

    /**
     * Records what is overdue as of now, once all that is stored has been read: a longer term may be the last of it.
     * Recording twice changes nothing; on the word of a clock in doubt nothing is recorded.
     */
    public Mono<Void> sweep() {
        return readSide.entirely().thenMany(Flux.defer(this::overdue)).as(this::record);
    }

    Mono<Void> record(Flux<MissedDuty> missed) {
        return missed.filter(duty -> watch.isCertain())
                .concatMap(duty -> Mono.fromSupplier(() -> command(duty))
                        .onErrorResume(IllegalStateException.class, Sweeper::unmarked)
                        .flatMap(command -> acts.send(command, Acted.NOBODY)))
                .then();
    }

    /** A kind that has duties and says not what is sent when one is missed keeps no other from being recorded. */
    private static Mono<Object> unmarked(IllegalStateException nothing) {
        LOG.error("A duty is not recorded: {}", nothing.getMessage());
        return Mono.empty();
    }

    private Object command(MissedDuty duty) {
        return aggregates.overdue(duty.kind(), duty.id(), duty.clock(), duty.lastDay());
    }

    private Flux<MissedDuty> overdue() {
        return questions.all(new Overdue(clock.instant()), MissedDuty.class).flatMapIterable(missed -> missed);
    }
}
