package id.kulkul.crypto.tools;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Whether what a server shows is of now, by the rule that stands at this package. */
final class Recency {
    private static final Duration OLDEST = Duration.ofHours(24);
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final long PROMISE_HOURS = 24;
    private static final long HOUR = 3600;

    private final Instant now;

    Recency(Instant now) {
        this.now = now;
    }

    /** Refuses a list that was proven at another time than now, or is for a later one. */
    void requireList(Instant provenAt, long validFromHour) throws Untimely {
        String proven = "the list of readers is proven as of " + provenAt;
        if (provenAt.isBefore(now.minus(OLDEST))) throw untimely("list-too-old", proven);
        if (provenAt.isAfter(now.plus(AHEAD))) throw untimely("list-of-the-future", proven);
        if (start(validFromHour).isAfter(now.plus(AHEAD)))
            throw untimely("list-not-yet-valid", "the list of readers is for the time from " + start(validFromHour));
    }

    /** Refuses a promise that is due too late to be worth anything, or was due before it was made. */
    void requirePromise(long hourDue) throws Untimely {
        String due = "the promise is due before " + start(hourDue + 1);
        if (hourDue - hour() > PROMISE_HOURS) throw untimely("promise-too-late", due);
        if (hour() - hourDue > PROMISE_HOURS) throw untimely("promise-already-due", due);
    }

    /** The beginning of an hour since 1970. */
    static Instant start(long hour) {
        return Instant.ofEpochSecond(hour * HOUR);
    }

    private long hour() {
        return Math.floorDiv(now.getEpochSecond(), HOUR);
    }

    private Untimely untimely(String reason, String what) {
        return new Untimely(
                reason, what + ", and the clock of this device says " + now.truncatedTo(ChronoUnit.MINUTES));
    }
}
