package id.kulkul.web.demo;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.log.CheckpointSigner;
import id.kulkul.web.settings.DemonstrationOnly;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * What the history holds of a story. The demonstration does not wait for the log's own marks: each of its steps is one,
 * a second apart, and the page says so.
 */
@Component
@DemonstrationOnly
class Marking {
    private static final int MOST_MARKS = 4;
    private static final long NEXT_SECOND = 1_050_000_000;

    private final StoredEvents history;
    private final Leaves leaves;
    private final CheckpointSigner signer;
    private final Clock clock;

    Marking(StoredEvents history, Leaves leaves, CheckpointSigner signer, Clock clock) {
        this.history = history;
        this.leaves = leaves;
        this.signer = signer;
        this.clock = clock;
    }

    Happened to(UUID report) {
        return Happened.to(report, history, leaves);
    }

    /** Signs until a checkpoint covers all that happened to a report, or gives up; at once where one does. */
    void cover(UUID report) {
        for (int tries = 0; tries < MOST_MARKS && !to(report).covered(); tries++) {
            signer.sign(LogName.WBS, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            if (!to(report).covered()) LockSupport.parkNanos(NEXT_SECOND);
        }
    }
}
