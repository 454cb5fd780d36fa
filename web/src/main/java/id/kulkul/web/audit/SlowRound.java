package id.kulkul.web.audit;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Recheck;
import id.kulkul.query.audit.StoredEvents;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the whole history again and again while the program runs, so many rows a second ({@code kulkul.recheck}, 0 for never), and says
 * once for each log that something was changed.
 */
@Component
class SlowRound implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SlowRound.class);

    private final Leaves leaves;
    private final Recheck recheck;
    private final int rows;
    private boolean failed;
    private final Map<LogName, Damage> told = new EnumMap<>(LogName.class);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("recheck").daemon().factory());

    SlowRound(StoredEvents events, Leaves leaves, @Value("${kulkul.recheck:200}") int rows) {
        this.leaves = leaves;
        this.recheck = new Recheck(events, leaves);
        this.rows = rows;
    }

    /** Begins; what the start has said already is not said again. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        for (LogName log : LogName.values()) leaves.damage(log).ifPresent(damage -> told.put(log, damage));
        var unused = thread.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            recheck.next(rows);
            failed = false;
        } catch (RuntimeException e) {
            if (!failed)
                LOG.error(
                        "The history could not be read again: {}", e.getClass().getName());
            failed = true;
        }
        for (LogName log : LogName.values()) leaves.damage(log).ifPresent(damage -> tell(log, damage));
    }

    private void tell(LogName log, Damage damage) {
        if (!damage.equals(told.put(log, damage))) LOG.error("{}", damage);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
