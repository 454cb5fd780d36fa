package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * When each log is cut: a function of the log, the time, and the deadlines that are open then. While one is, the log is
 * cut every minute with or without an event, around it as often as without one, and always in blocks of sixteen.
 */
public final class MarkPlan {
    /** How long before a deadline its log is cut more often. */
    static final Duration BEFORE = Duration.ofMinutes(10);

    /** For how long after it. */
    public static final Duration AFTER = Duration.ofMinutes(2);

    private static final Duration WAITING = Duration.ofMinutes(1);
    private static final int BLOCK = 16;

    private final Map<LogName, Duration> apart;
    private final Deadlines deadlines;

    /** The standard marks, for some logs so far apart. */
    public MarkPlan(Map<LogName, Duration> apart, Deadlines deadlines) {
        this.apart = Map.copyOf(apart);
        this.deadlines = deadlines;
    }

    /** The marks of a log at a moment. */
    public Marks at(LogName log, Instant now) {
        Marks standard = Marks.standard(log);
        Marks quiet = standard.apart(apart.getOrDefault(log, standard.every()));
        List<Instant> open = deadlines.open(log, now);
        if (open.isEmpty()) return quiet;
        return new Marks(open.stream().anyMatch(end -> isAround(end, now)) ? quiet.every() : WAITING, BLOCK);
    }

    private static boolean isAround(Instant end, Instant now) {
        return !now.isBefore(end.minus(BEFORE)) && now.isBefore(end.plus(AFTER));
    }
}
