package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier found.
 *
 * @param anchored whether root and policy came from elsewhere
 * @param cosigners witnesses of the policy that cosigned, out of {@code witnesses}
 * @param checkpoints given checkpoints and receipts that agree
 * @param size leaves of the history, padding included, as far as it is right
 * @param root at that size
 * @param index the leaf index of the first thing that is wrong
 * @param fault a stable word in kebab case; null where nothing is wrong
 */
public record Verdict(
        boolean anchored,
        int cosigners,
        int witnesses,
        int checkpoints,
        long size,
        Digest root,
        long index,
        @Nullable String fault) {

    /** Whether nothing is wrong. */
    public boolean isValid() {
        return fault == null;
    }

    /** Why it is invalid. */
    public Optional<String> reason() {
        return Optional.ofNullable(fault);
    }
}
