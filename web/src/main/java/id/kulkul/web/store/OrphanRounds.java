package id.kulkul.web.store;

import id.kulkul.web.life.Rounds;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks soon after it was begun and then every hour whether it is time to look for orphans, as long as the program runs.
 */
public final class OrphanRounds {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanRounds.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Orphans orphans;
    private final Rounds rounds;
    private final Duration first;

    OrphanRounds(Orphans orphans, Rounds rounds) {
        this(orphans, rounds, FIRST);
    }

    OrphanRounds(Orphans orphans, Rounds rounds, Duration first) {
        this.orphans = orphans;
        this.rounds = rounds;
        this.first = first;
    }

    /** Begins; nothing is put aside or removed before the stores were found to agree. */
    public void begin() {
        var begun = new AtomicBoolean();
        rounds.loop("orphans", () -> begun.getAndSet(true) ? EVERY : first, this::round);
    }

    /** What is thrown can name a file, and a file is named after what somebody sent. */
    private void round() {
        try {
            int removed = orphans.collect();
            if (removed > 0) LOG.info("{} blobs and rows without an event were put aside", removed);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "Blobs and rows without an event could not be looked for: {}",
                    e.getClass().getName());
        }
    }
}
