package id.kulkul.web.store;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.web.life.Rounds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Lets ciphertexts settle at every mark of the protected log, and once at the start for those that an earlier end left
 * waiting; what it left half written is removed then, not before the stores were compared.
 */
final class SettlingRounds {
    private static final Logger LOG = LoggerFactory.getLogger(SettlingRounds.class);

    private final FileBlobs blobs;
    private final MarkPlan marks;
    private final Clock clock;
    private final Rounds rounds;
    private boolean failing;

    SettlingRounds(FileBlobs blobs, MarkPlan marks, Clock clock, Rounds rounds) {
        this.blobs = blobs;
        this.marks = marks;
        this.clock = clock;
        this.rounds = rounds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var begun = new AtomicBoolean();
        rounds.loop("settling", () -> begun.getAndSet(true) ? untilMark() : Duration.ZERO, this::round);
    }

    private Duration untilMark() {
        Instant now = clock.instant();
        return Duration.between(now, marks.at(LogName.WBS, now).next(now)).plusMillis(1);
    }

    /** What is thrown can name a file, and a file is named after what somebody sent. */
    private void round() {
        try {
            blobs.removeHalfWritten();
            blobs.settle();
            failing = false;
        } catch (IOException full) {
            if (!failing)
                LOG.warn(
                        "Ciphertexts keep the times when they came until the next mark: {}",
                        full.getClass().getName());
            failing = true;
        }
    }
}
