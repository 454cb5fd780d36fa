package id.kulkul.query.casework;

import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import java.time.Instant;
import java.util.UUID;

/**
 * A sealed item of a case.
 *
 * @param position from 0, in the order in which the case received its items
 * @param hour when it was received, cut to the hour
 * @param openings how often its ciphertext went to anybody of the office
 * @param openedByMe whether it went to the person who asks; false in a mailbox
 */
public record ItemRow(
        UUID item,
        Kind kind,
        ItemHeader header,
        int position,
        boolean fromReporter,
        Who by,
        Instant hour,
        int openings,
        boolean openedByMe) {}
