package id.kulkul.query.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case on the desk of one person.
 *
 * @param kind the stored name of its aggregate
 * @param subject the code of what it is about
 * @param state the code of its stage
 * @param clock the duty that comes due first, if any is running
 * @param holder who last acted on it for the office; null if nobody has who may still read it
 * @param news whether its sender has sent something that was given to nobody yet
 */
public record InboxCard(
        String kind,
        UUID id,
        String number,
        String subject,
        String state,
        Next.Step next,
        Pile pile,
        @Nullable ClockRow clock,
        boolean news,
        @Nullable UUID holder) {}
