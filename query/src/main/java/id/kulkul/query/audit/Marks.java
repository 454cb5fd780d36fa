package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.time.Instant;

/**
 * When a log is cut and how its size is padded, as pure arithmetic on clock marks that everybody can compute.
 *
 * @param every whole seconds from mark to mark, counted from 1970
 * @param block the size grows to a multiple of it at every mark, with or without events; 1 cuts only what is new and pads
 *     nothing
 */
public record Marks(Duration every, int block) {

    private static final long HOUR = 3600;

    /** Refuses marks that are no whole seconds. */
    public Marks {
        if (every.toSeconds() < 1 || !every.equals(Duration.ofSeconds(every.toSeconds())) || block < 1) {
            throw new IllegalArgumentException("marks are whole seconds apart and blocks have at least one leaf");
        }
    }

    /** The marks of an installation that sets nothing: protected reports every 15 minutes in eights, the others every 10 s. */
    public static Marks standard(LogName log) {
        return log == LogName.WBS ? new Marks(Duration.ofMinutes(15), 8) : new Marks(Duration.ofSeconds(10), 1);
    }

    /** The first mark after a moment. */
    public Instant next(Instant now) {
        return last(now).plus(every);
    }

    /** The last mark up to a moment. */
    public Instant last(Instant now) {
        long step = every.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), step) * step);
    }

    /** The hour since 1970 by whose end what is stored now has a checkpoint, with one missed mark to spare. */
    public long hourDue(Instant now) {
        return next(now).plus(every).getEpochSecond() / HOUR;
    }

    /** Whether a mark with so many new events makes a checkpoint. */
    public boolean isDue(long newEvents) {
        return newEvents > 0 || block > 1;
    }

    /** How many padding leaves follow so many new events in a log of that size. */
    public long padding(long size, long newEvents) {
        long beyond = (size + newEvents) % block;
        if (beyond != 0) return block - beyond;
        return newEvents == 0 && block > 1 ? block : 0;
    }
}
