package id.kulkul.web.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the wall clock may be believed, by comparing it with the clock that only counts on. It is in doubt once
 * it went wrong by more than an hour, at once or in small steps within a day, and where it was far from the last stored
 * event at the start. The doubt ends when it has run steadily for a while.
 */
public final class ClockWatch {
    private static final Duration JUMP = Duration.ofHours(1);
    private static final Duration GAP = Duration.ofDays(1);
    private static final Duration SLIGHT = Duration.ofMinutes(1);

    /** Over how long small steps are added up: what drifts by less in that time is a poor clock, not a wrong one. */
    private static final Duration CREEP = Duration.ofDays(1);

    /**
     * How long a clock in doubt must run steadily before it is believed.
     *
     * @param marks before it sets marks; none where it may always
     * @param duties before it says that a duty was missed
     * @param far so far ahead of what was known, no steadiness is enough: one wrong mark in the next century would end
     *     a log
     */
    public record Patience(Duration marks, Duration duties, Duration far) {}

    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Patience patience;
    private final Consumer<Optional<ClockDoubt>> told;
    private Instant last;
    private long lastNanos;
    private Instant anchor;
    private long anchorNanos;
    private long since;
    private Instant known = Instant.EPOCH;
    private @Nullable ClockDoubt doubt;

    /**
     * Begins to watch.
     *
     * @param nanos the clock that only counts on, while the machine does not sleep
     * @param stored the time of the last stored event
     * @param told what there is to tell from now on: a new doubt, or that there is none any more
     */
    public ClockWatch(
            InstantSource wall,
            LongSupplier nanos,
            Optional<Instant> stored,
            Patience patience,
            Consumer<Optional<ClockDoubt>> told) {
        this.wall = wall;
        this.nanos = nanos;
        this.patience = patience;
        this.told = told;
        last = wall.instant();
        lastNanos = nanos.getAsLong();
        anchor = last;
        anchorNanos = lastNanos;
        stored.ifPresent(this::compare);
    }

    private void compare(Instant stored) {
        if (last.isBefore(stored.minus(SLIGHT))) doubt(ClockDoubt.Cause.BEFORE_LAST_EVENT, stored);
        else if (last.isAfter(stored.plus(GAP))) doubt(ClockDoubt.Cause.LONG_AFTER_LAST_EVENT, stored);
    }

    /** Compares the two clocks now. */
    public synchronized void look() {
        Instant now = wall.instant();
        long count = nanos.getAsLong();
        Instant expected = anchor.plusNanos(count - anchorNanos);
        last = now;
        lastNanos = count;
        if (Duration.between(expected, now).abs().compareTo(JUMP) > 0) {
            boolean back = now.isBefore(expected);
            Instant certain = doubt == null
                    ? expected
                    : counted(); // a second jump makes the time after the first no more certain
            doubt(back ? ClockDoubt.Cause.JUMPED_BACK : ClockDoubt.Cause.JUMPED_AHEAD, certain);
            anchor();
        } else if (count - anchorNanos >= CREEP.toNanos()) {
            anchor();
        }
        if (doubt != null && steady().compareTo(patience.duties()) >= 0 && !isFar()) {
            believe();
        }
    }

    private void anchor() {
        anchor = last;
        anchorNanos = lastNanos;
    }

    private void doubt(ClockDoubt.Cause cause, Instant knownBefore) {
        known = knownBefore;
        since = lastNanos;
        doubt = new ClockDoubt(cause, knownBefore, last);
        told.accept(Optional.of(doubt));
    }

    /** Somebody who looked at another clock says that this one is right. */
    public synchronized void confirm() {
        look();
        if (doubt != null) believe();
    }

    private void believe() {
        doubt = null;
        told.accept(Optional.empty());
    }

    /**
     * The time that a mark may say: while the wall clock is in doubt, no later than what was known plus what was
     * counted since.
     */
    public synchronized Instant forMarks() {
        look();
        boolean ahead = isDoubted() && counted().isBefore(last);
        return ahead ? counted() : last;
    }

    /** Whether the day that the wall clock shows may be held against anybody. */
    public synchronized boolean isCertain() {
        look();
        return doubt == null;
    }

    /** Why the clock is in doubt, if it is. */
    public synchronized Optional<ClockDoubt> doubt() {
        return Optional.ofNullable(doubt);
    }

    private boolean isDoubted() {
        if (doubt == null || patience.marks().isZero()) return false;
        return steady().compareTo(patience.marks()) < 0 || isFar();
    }

    private boolean isFar() {
        return Duration.between(counted(), last).compareTo(patience.far()) > 0;
    }

    private Instant counted() {
        return known.plus(steady());
    }

    private Duration steady() {
        return Duration.ofNanos(lastNanos - since);
    }
}
