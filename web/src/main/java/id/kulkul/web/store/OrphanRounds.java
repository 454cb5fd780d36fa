package id.kulkul.web.store;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks soon after it was begun and then every hour whether it is time to look for orphans, as long as the program runs. */
public final class OrphanRounds implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("orphans").daemon().factory());
    private final Orphans orphans;

    OrphanRounds(Orphans orphans) {
        this.orphans = orphans;
    }

    /** Begins; nothing is put aside or removed before the stores were found to agree. */
    public void begin() {
        var unused = thread.scheduleWithFixedDelay(this::round, 1, TimeUnit.HOURS.toMinutes(1), TimeUnit.MINUTES);
    }

    private void round() {
        try {
            int removed = orphans.collect();
            if (removed > 0)
                log(System.Logger.Level.INFO, removed + " blobs and rows without an event were put aside", null);
        } catch (IOException | RuntimeException e) {
            log(System.Logger.Level.WARNING, "Blobs and rows without an event could not be looked for", e);
        }
    }

    private static void log(System.Logger.Level level, String text, @Nullable Throwable cause) {
        System.getLogger(OrphanRounds.class.getName()).log(level, text, cause);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
