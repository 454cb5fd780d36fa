package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import id.kulkul.query.audit.NotPublished;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.channel.ServerKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Compares what is stored with what is shown and what is signed; a moment of heavy load is no trouble. */
@Component
class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LOOKS_OF_GRACE = 6;
    private static final int MARKS_OF_GRACE = 2;

    private final Configuration axon;
    private final StoredEvents history;
    private final Leaves leaves;
    private final Map<LogName, Marks> marks;
    private final ServerKeys keys;
    private final HealthIndicator stores;
    private final Duration every;
    private final Lag lag = new Lag();
    private final Map<LogName, Waiting> waiting = new EnumMap<>(LogName.class);

    Watch(
            Configuration axon,
            StoredEvents history,
            Leaves leaves,
            Map<LogName, Marks> marks,
            ServerKeys keys,
            @Qualifier("storeHealth") HealthIndicator stores,
            Environment environment) {
        this.axon = axon;
        this.history = history;
        this.leaves = leaves;
        this.marks = marks;
        this.keys = keys;
        this.stores = stores;
        this.every = environment.getProperty("kulkul.watch", Duration.class, EVERY);
        for (LogName log : LogName.values()) waiting.put(log, new Waiting());
    }

    /** How long it is from one look to the next: {@code kulkul.watch}, ten seconds by default. */
    Duration every() {
        return every;
    }

    /** Looks; by one thread, which waits for the disk. */
    Condition look() {
        long now = System.nanoTime();
        long stored = history.size();
        return judged(lag.at(now, stored, QuerySide.folded(axon)), logs(now));
    }

    private Map<LogName, Duration> logs(long now) {
        Map<LogName, Duration> waited = new EnumMap<>(LogName.class);
        if (!keys.isComplete()) return waited;
        follow();
        waiting.forEach((log, one) -> waited.put(log, one.at(now, newest(log), age -> isDue(log, age))));
        return waited;
    }

    /** What cannot be published is told where it fails; here its checkpoints grow old, which closes the form. */
    private void follow() {
        try {
            leaves.follow();
        } catch (NotPublished waits) {
            LOG.debug("Not published yet", waits);
        }
    }

    private long newest(LogName log) {
        return leaves.lastMark(log).map(Instant::toEpochMilli).orElse(0L);
    }

    /** A log that is signed again for its age alone is due for that, too. */
    private boolean isDue(LogName log, Duration age) {
        return leaves.latest(log).isEmpty() || of(log).isDue(leaves.waiting(log), age);
    }

    private Condition judged(Duration behind, Map<LogName, Duration> waited) {
        Duration grace = every.multipliedBy(LOOKS_OF_GRACE);
        List<LogName> late = new ArrayList<>();
        waited.forEach((log, wait) -> {
            Duration most = of(log).every().multipliedBy(MARKS_OF_GRACE).plus(grace);
            if (wait.compareTo(most) > 0) late.add(log);
        });
        boolean stopped = !Objects.requireNonNull(stores.health()).getStatus().equals(Status.UP);
        boolean receives = !stopped && !late.contains(LogName.WBS) && behind.compareTo(HOUR) <= 0;
        return new Condition(behind, waited, late, behind.compareTo(grace) > 0, stopped, receives);
    }

    private Marks of(LogName log) {
        return marks.getOrDefault(log, Marks.standard(log));
    }
}
