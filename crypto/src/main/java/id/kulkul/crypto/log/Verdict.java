package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier found.
 *
 * @param anchored whether root and policy came from elsewhere
 * @param cosigners witnesses of the policy that cosigned, out of {@code witnesses}
 * @param checkpoints given checkpoints, receipts and earlier exports that agree
 * @param uncompared the names of those that were neither shown to agree nor to contradict
 * @param size leaves of the history, padding included, as far as it is right
 * @param root at that size
 * @param index the leaf index of the first thing that is wrong, or the lowest that it may have
 * @param last the highest leaf index that it may have; {@code index} where it is known
 * @param fault a stable word in kebab case; null where nothing is wrong
 */
public record Verdict(
        boolean anchored,
        int cosigners,
        int witnesses,
        int checkpoints,
        List<String> uncompared,
        long size,
        Digest root,
        long index,
        long last,
        @Nullable String fault) {

    /** Takes a copy of the names. */
    public Verdict {
        uncompared = List.copyOf(uncompared);
    }

    /** Whether nothing is wrong. */
    public boolean isValid() {
        return fault == null;
    }

    /** Why it is invalid. */
    public Optional<String> reason() {
        return Optional.ofNullable(fault);
    }
}
