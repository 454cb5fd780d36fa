package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where and how the events found differ from the leaf hashes that were signed for. */
final class LeafDiff {

    private LeafDiff() {}

    /**
     * The first difference, as an offset.
     *
     * @param found may go on beyond what was signed
     * @return the number of signed leaves where all of them are found in their order
     */
    static int offset(List<Digest> signed, List<? extends @Nullable Digest> found) {
        for (int i = 0; i < signed.size(); i++) {
            if (i == found.size() || !signed.get(i).equals(found.get(i))) return i;
        }
        return signed.size();
    }

    /** What happened at the first difference. */
    static String reason(List<Digest> signed, List<? extends @Nullable Digest> found, int offset) {
        if (offset == found.size()) return "event-missing";
        Digest instead = found.get(offset);
        boolean isElsewhere = found.subList(offset, found.size()).contains(signed.get(offset));
        boolean wasElsewhere =
                instead != null && signed.subList(offset, signed.size()).contains(instead);
        if (isElsewhere) return wasElsewhere ? "event-moved" : "event-inserted";
        return wasElsewhere ? "event-missing" : "event-altered";
    }
}
