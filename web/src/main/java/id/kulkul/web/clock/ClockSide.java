package id.kulkul.web.clock;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.clock.ClockWatch.Patience;
import id.kulkul.web.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the watch over the clock, and says in the program's log what it sees.
 * {@code --kulkul.clock-confirmed=2026-11-27} at the start is an operator's word that it is that day: it ends a doubt
 * on that day, and no later one where it was forgotten in a start line.
 */
@Configuration(proxyBeanMethods = false)
class ClockSide {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /** Longer than from mark to mark, so that what was stored before a jump is covered by a mark from before it. */
    private static final Duration MARKS = Duration.ofMinutes(20);

    private static final Duration DUTIES = Duration.ofHours(1);
    private static final Duration FAR = Duration.ofDays(31);
    private static final Patience REAL = new Patience(MARKS, DUTIES, FAR);

    /** A demonstration is started when somebody wants to see it, weeks later too. */
    private static final Patience DEMONSTRATION = new Patience(Duration.ZERO, DUTIES, ChronoUnit.FOREVER.getDuration());

    @Bean
    static ClockWatch clockWatch(Clock clock, StoredEvents history, Settings settings) {
        Patience patience = settings.demo() ? DEMONSTRATION : REAL;
        var watch = new ClockWatch(clock, System::nanoTime, lastStored(history), patience, ClockSide::tell);
        LocalDate confirmed = settings.clockConfirmed();
        if (confirmed != null) confirm(watch, confirmed, WorkingDays.dayOf(clock.instant()));
        return watch;
    }

    private static Optional<Instant> lastStored(StoredEvents history) {
        return history.at(new Position(history.size() - 1)).map(StoredEvent::time);
    }

    private static void confirm(ClockWatch watch, LocalDate confirmed, LocalDate today) {
        if (confirmed.equals(today)) {
            LOG.info("The operator confirmed at the start that today is {}", today);
            watch.confirm();
        } else {
            LOG.warn(
                    "kulkul.clock-confirmed does not name the day that the clock shows, {}: nothing is confirmed",
                    today);
        }
    }

    private static void tell(Optional<ClockDoubt> doubt) {
        doubt.ifPresentOrElse(
                seen -> LOG.warn(
                        "The clock is in doubt ({}): it shows {}, the last certain time was {}. No duty is recorded as missed until it"
                                + " has run steadily for an hour, and if it lies more than a month ahead not before a start with"
                                + " --kulkul.clock-confirmed=DAY says that it is right",
                        seen.cause(),
                        seen.shown(),
                        seen.known()),
                () -> LOG.info("The clock is believed again"));
    }
}
