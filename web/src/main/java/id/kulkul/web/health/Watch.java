package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Damage;
import id.kulkul.web.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Compares what is stored with what is shown, signed and still there; a moment of heavy load is no trouble. */
@Component
class Watch {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LOOKS_OF_GRACE = 6;
    private static final int MARKS_OF_GRACE = 2;

    private final Sight sight;
    private final Duration every;
    private final Lag lag = new Lag();
    private final Map<LogName, Waiting> waiting = new EnumMap<>(LogName.class);

    @Autowired
    Watch(Sight sight, Settings settings) {
        this(sight, settings.watch());
    }

    Watch(Sight sight, Duration every) {
        this.sight = sight;
        this.every = every;
        for (LogName log : LogName.values()) waiting.put(log, new Waiting());
    }

    /** How long it is from one look to the next: {@code kulkul.watch}, ten seconds by default. */
    Duration every() {
        return every;
    }

    /** Looks; by one thread, which waits for the disk. */
    Condition look() {
        long now = sight.nanos();
        long stored = sight.stored();
        return judged(lag.at(now, stored, sight.folded()), late(now));
    }

    private List<LogName> late(long now) {
        List<LogName> late = new ArrayList<>();
        var signed = sight.signed();
        waiting.forEach((log, one) -> {
            if (!signed.contains(log)) return;
            Duration waited = one.at(now, sight.newest(log), age -> sight.isDue(log, age));
            Duration most = sight.every(log).multipliedBy(MARKS_OF_GRACE).plus(grace());
            if (waited.compareTo(most) > 0) late.add(log);
        });
        return late;
    }

    private Duration grace() {
        return every.multipliedBy(LOOKS_OF_GRACE);
    }

    private Condition judged(Duration behind, List<LogName> late) {
        boolean stopped = sight.isStopped();
        boolean signs = !late.contains(LogName.WBS)
                && sight.damage(LogName.WBS).filter(Damage::isFatal).isEmpty();
        return new Condition(
                behind,
                late,
                behind.compareTo(grace()) > 0,
                stopped,
                sight.hasRoom(),
                isDamaged(),
                !stopped && signs && behind.compareTo(HOUR) <= 0);
    }

    private boolean isDamaged() {
        return sight.lacksContents()
                || Arrays.stream(LogName.values())
                        .anyMatch(log -> sight.damage(log).isPresent());
    }
}
