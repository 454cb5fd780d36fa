package id.kulkul.web.store;

import id.kulkul.web.life.Lives;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks soon after the start and then every hour whether it is time to look for orphans, as long as the program runs. */
final class OrphanRounds {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Orphans orphans;

    OrphanRounds(Orphans orphans, Lives lives) {
        this.orphans = orphans;
        var first = new AtomicBoolean(true);
        lives.loop("orphans", () -> first.getAndSet(false) ? FIRST : EVERY, this::round);
    }

    private void round() {
        try {
            int removed = orphans.collect();
            if (removed > 0)
                log(System.Logger.Level.INFO, removed + " blobs and rows without an event were removed", null);
        } catch (IOException | RuntimeException e) {
            log(System.Logger.Level.WARNING, "Blobs and rows without an event could not be looked for", e);
        }
    }

    private static void log(System.Logger.Level level, String text, @Nullable Throwable cause) {
        System.getLogger(OrphanRounds.class.getName()).log(level, text, cause);
    }
}
