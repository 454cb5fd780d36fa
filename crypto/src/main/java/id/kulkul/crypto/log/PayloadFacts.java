package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event's stored payload says that can be checked without knowing its type.
 *
 * @param items the headers under its top-level name {@code items}, in their order; empty where it has none
 * @param reporterKeys what stands under that name; null where nothing does
 * @param nonce what stands under that name; null where nothing does
 * @param loss of a log that goes on in another origin; null where no {@code newOrigin} is named
 * @param list the digest of the list of recipients that stands under its top-level name {@code manifest}; null where
 *     nothing does
 */
public record PayloadFacts(
        List<ItemHeader> items,
        @Nullable Digest reporterKeys,
        @Nullable UUID nonce,
        @Nullable LossFacts loss,
        @Nullable Digest list) {
    public PayloadFacts {
        items = List.copyOf(items);
    }

    /** Whether a case of that id follows from the reporter's keys, as every one does since the second revision. */
    boolean name(UUID tenant, UUID aggregate) {
        return reporterKeys != null
                && nonce != null
                && CaseIds.of(tenant, reporterKeys, nonce).equals(aggregate);
    }
}
