package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a log is cut and how its size is padded, as pure arithmetic on clock marks that everybody can compute.
 *
 * @param every whole seconds from mark to mark, counted from 1970
 * @param block the size grows to a multiple of it at every mark, with or without events; 1 cuts only what is new and
 *     pads nothing
 * @param atLeast a log that cuts only what is new is signed again, with the same size and root, before its last
 *     checkpoint is older than this, so that its age tells whether newer ones are withheld
 */
public record Marks(Duration every, int block, Duration atLeast) {

    private static final long HOUR = 3600;
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration NEVER = ChronoUnit.FOREVER.getDuration();

    /** Marks that sign nothing twice. */
    public Marks(Duration every, int block) {
        this(every, block, NEVER);
    }

    /** Refuses marks that are no whole seconds. */
    public Marks {
        if (every.toSeconds() < 1 || !every.equals(Duration.ofSeconds(every.toSeconds())) || block < 1) {
            throw new IllegalArgumentException("marks are whole seconds apart and blocks have at least one leaf");
        }
    }

    /**
     * The marks of an installation that sets nothing: protected reports every 15 minutes in eights, the others every 10
     * s. The open log vouches for the lists of recipients, so it is signed at least hourly.
     */
    public static Marks standard(LogName log) {
        return switch (log) {
            case WBS -> new Marks(Duration.ofMinutes(15), 8);
            case BIDS -> new Marks(Duration.ofSeconds(10), 1);
            case OPEN -> new Marks(Duration.ofSeconds(10), 1, HOURLY);
        };
    }

    /** The same, so far apart. */
    public Marks apart(Duration other) {
        return new Marks(other, block, atLeast);
    }

    /** The same, but every one of them makes a checkpoint. */
    public Marks always() {
        return new Marks(every, block, Duration.ZERO);
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

    /**
     * The mark under which a log goes on: the one that the clock asks for, or, where the last one lies ahead of the
     * clock, one second after that. A clock that was ahead once does not stop the log, and its marks never go back.
     */
    public static Instant onwards(Instant asked, Optional<Instant> last, Instant now) {
        boolean behind = last.isPresent() && last.get().isAfter(now) && !asked.isAfter(last.get());
        return behind ? last.get().plusSeconds(1) : asked;
    }

    /**
     * The hour since 1970 by whose end what is stored now has a checkpoint, with one missed mark to spare; where the
     * last mark lies ahead of the clock, counted from that, since the next one will.
     */
    public long hourDue(Instant now, Optional<Instant> last) {
        Instant next = next(now);
        Instant first =
                last.map(mark -> mark.plusSeconds(1)).filter(next::isBefore).orElse(next);
        return first.plus(every).getEpochSecond() / HOUR;
    }

    /** Whether a mark with so many new events, so long after the last one, makes a checkpoint. */
    public boolean isDue(long newEvents, Duration since) {
        return newEvents > 0 || block > 1 || since.plus(every).compareTo(atLeast) > 0;
    }

    /** How many padding leaves follow so many new events in a log of that size. */
    public long padding(long size, long newEvents) {
        long beyond = (size + newEvents) % block;
        if (beyond != 0) return block - beyond;
        return newEvents == 0 && block > 1 ? block : 0;
    }
}
