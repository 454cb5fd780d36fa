package id.kulkul.web.log;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Recheck;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.life.Lives;
import id.kulkul.web.settings.Settings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the whole history again and again while the program runs, so many rows a second ({@code kulkul.recheck}, 0 for
 * never), and says once for each log that something was changed.
 */
@Component
class SlowRound {
    private static final Logger LOG = LoggerFactory.getLogger(SlowRound.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final IntConsumer recheck;
    private final Function<LogName, Optional<Damage>> damage;
    private final Lives lives;
    private final int rows;
    private boolean failed;
    private final Map<LogName, Damage> told = new EnumMap<>(LogName.class);

    @Autowired
    SlowRound(StoredEvents events, Leaves leaves, Lives lives, Settings settings) {
        this(new Recheck(events, leaves)::next, leaves::damage, lives, settings.recheck());
    }

    SlowRound(IntConsumer recheck, Function<LogName, Optional<Damage>> damage, Lives lives, int rows) {
        this.recheck = recheck;
        this.damage = damage;
        this.lives = lives;
        this.rows = rows;
    }

    /** Begins; what the start has said already is not said again. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        for (LogName log : LogName.values()) damage.apply(log).ifPresent(known -> told.put(log, known));
        lives.loop("recheck", () -> EVERY, this::round);
    }

    private void round() {
        try {
            recheck.accept(rows);
            failed = false;
        } catch (RuntimeException e) {
            if (e.getCause() instanceof Error broken) throw broken;
            if (!failed)
                LOG.error(
                        "The history could not be read again: {}", e.getClass().getName());
            failed = true;
        }
        for (LogName log : LogName.values()) damage.apply(log).ifPresent(found -> tell(log, found));
    }

    private void tell(LogName log, Damage found) {
        if (!found.equals(told.put(log, found))) LOG.error("{}", found);
    }
}
