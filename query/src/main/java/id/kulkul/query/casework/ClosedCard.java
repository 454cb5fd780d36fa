package id.kulkul.query.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed case in the archive of one person.
 *
 * @param kind the stored name of its aggregate
 * @param subject the code of what it is about
 * @param holder who last acted on it for the office; null if nobody has who may still read it
 */
public record ClosedCard(
        String kind,
        UUID id,
        String number,
        String subject,
        Closing closing,
        @Nullable UUID holder) {}
