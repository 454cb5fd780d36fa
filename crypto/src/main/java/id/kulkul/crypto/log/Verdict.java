package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier found.
 *
 * @param anchored whether root and policy came from elsewhere
 * @param witnessed what the witnesses of the policy cosigned of it
 * @param checkpoints given checkpoints, receipts and earlier exports that agree
 * @param uncompared the names of those that were neither shown to agree nor to contradict
 * @param size leaves of the history, padding included, as far as it is right
 * @param root at that size
 * @param index the leaf index of the first thing that is wrong, or the lowest that it may have; {@link #NO_INDEX} where
 *     it is no event that is wrong, but the file, its head, or what was given beside it
 * @param last the highest leaf index that it may have; {@code index} where it is known
 * @param fault a stable word in kebab case; null where nothing is wrong
 * @param reach of the export of one case that is not invalid; null of a whole log
 * @param origins what it says of declared losses
 */
public record Verdict(
        boolean anchored,
        Witnessed witnessed,
        int checkpoints,
        List<String> uncompared,
        long size,
        Digest root,
        long index,
        long last,
        @Nullable String fault,
        @Nullable CaseSpan reach,
        Origins origins) {

    /** Where there is no event to point at. */
    public static final long NO_INDEX = -1;

    /** Takes a copy of the names. */
    public Verdict {
        uncompared = List.copyOf(uncompared);
    }

    /** Whether nothing is wrong. */
    public boolean isValid() {
        return fault == null;
    }

    /** Whether nothing is wrong but the end: events that no checkpoint of the export covers, from the index on. */
    public boolean isCut() {
        return reason().filter(LogCheck.UNCOVERED::equals).isPresent();
    }

    /** How far the export of one case reaches; empty of a whole log. */
    public Optional<CaseSpan> span() {
        return Optional.ofNullable(reach);
    }

    /**
     * Whether the verdict leaves nothing open: there is an anchor, everything given was compared to the end, and so far
     * it is witnessed.
     */
    public boolean isComplete() {
        return isValid()
                && anchored
                && uncompared.isEmpty()
                && witnessed.isComplete()
                && origins.leaveNothingOpen()
                && span().map(CaseSpan::isWhole).orElse(true);
    }

    /** Why it is invalid. */
    public Optional<String> reason() {
        return Optional.ofNullable(fault);
    }
}
