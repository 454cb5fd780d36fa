package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogName;
import java.time.Instant;
import java.util.List;

/**
 * Names the deadlines until which senders of a log stay in the dark, so that its marks tell nobody how many there are.
 */
@FunctionalInterface
public interface Deadlines {
    /** Where no log has any. */
    Deadlines NONE = (log, now) -> List.of();

    /** The deadlines of a log that have not passed, and those that passed within the last {@link MarkPlan#AFTER}. */
    List<Instant> open(LogName log, Instant now);
}
