package id.kulkul.web.health;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.util.List;

/**
 * What a look found.
 *
 * @param lag for how long something stored has not been shown
 * @param late the logs that have waited too long for their checkpoint
 * @param isBehind whether what is stored is shown too late
 * @param isStopped whether a store takes nothing
 * @param hasRoom whether the disk has room for the text of a report
 * @param isDamaged whether something that was stored is gone or is not what it was
 * @param delivers whether what came now and was kept would be covered and shown in time
 */
record Condition(
        Duration lag,
        List<LogName> late,
        boolean isBehind,
        boolean isStopped,
        boolean hasRoom,
        boolean isDamaged,
        boolean delivers) {
    static final Condition FRESH = new Condition(Duration.ZERO, List.of(), false, false, true, false, true);

    Condition {
        late = List.copyOf(late);
    }

    /** Whether a report that came now would be kept, covered and shown in time. */
    boolean receives() {
        return delivers && hasRoom;
    }

    boolean isWell() {
        return receives() && !isBehind && !isStopped && !isDamaged && late.isEmpty();
    }
}
