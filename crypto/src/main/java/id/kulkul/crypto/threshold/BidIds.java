package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.Arrays;
import java.util.UUID;

/** Names bids, so that a supplier has exactly one in each round of a tender. */
public final class BidIds {
    private BidIds() {}

    /**
     * The bid of a supplier in a tender; {@code attempt} is the round, 0 at first and one more with each resubmission.
     */
    public static UUID of(UUID tender, UUID supplier, int attempt) {
        var struct = new StructWriter(2 * Hex16.SIZE + 1)
                .id(tender)
                .id(supplier)
                .u8(attempt)
                .bytes();
        return Hex16.uuid(Arrays.copyOf(Digest.labelled("kulkul/v1/bid", struct).bytes(), Hex16.SIZE));
    }
}
