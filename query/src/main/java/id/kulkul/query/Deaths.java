package id.kulkul.query;

import java.time.Duration;
import java.util.Optional;

/** Hears of everything that died though it should run by itself, and decides how it goes on. */
@FunctionalInterface
public interface Deaths {
    /** The answer of nobody in particular: it is begun again at once, as often as it dies. */
    Deaths UNWATCHED = (what, why, inARow) -> Optional.of(Duration.ZERO);

    /**
     * Says how long to wait before it is begun again; empty where it is not.
     *
     * @param inARow how often it has died without getting any further, this time included
     */
    Optional<Duration> died(String what, Throwable why, int inARow);
}
