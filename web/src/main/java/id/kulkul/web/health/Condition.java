package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a look found.
 *
 * @param lag for how long something stored has not been shown
 * @param logs the logs that should have a checkpoint, with how long they have waited for it
 * @param late those of them that have waited too long
 * @param isBehind whether what is stored is shown too late
 * @param isStopped whether a store takes nothing
 * @param receives whether a report that came now would be kept, covered and shown in time
 */
record Condition(
        Duration lag,
        Map<LogName, Duration> logs,
        List<LogName> late,
        boolean isBehind,
        boolean isStopped,
        boolean receives) {
    static final Condition FRESH = new Condition(Duration.ZERO, Map.of(), List.of(), false, false, true);

    Condition {
        logs = Map.copyOf(logs);
        late = List.copyOf(late);
    }

    boolean isWell() {
        return !isBehind && !isStopped && late.isEmpty();
    }
}
