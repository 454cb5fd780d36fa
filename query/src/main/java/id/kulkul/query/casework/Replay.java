package id.kulkul.query.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a kind of case tells of the past of one of its cases, from its events alone. */
public interface Replay {
    /**
     * The case after its event of that sequence, on the day of a moment; empty where its events cannot be read up to
     * that one.
     */
    Optional<PastCase> at(UUID id, long sequence, Instant now);

    /** After which of its events, counted from 0, one more duty was known to be late. */
    List<Long> missed(UUID id);
}
