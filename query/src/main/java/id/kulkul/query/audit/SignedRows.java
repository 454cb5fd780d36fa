package id.kulkul.query.audit;

import id.kulkul.crypto.bytes.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows that were signed for where they no longer lead to the signed root. */
final class SignedRows {
    private SignedRows() {}

    /**
     * For each leaf that was signed for, takes one row out of those that wait: the row that it was made of, else the
     * row in its place that has no other leaf, else none. it is gone. Rows in between, for which nobody signed, are
     * taken too.
     */
    static List<Waiting> takenFor(List<Digest> signed, List<Waiting> waiting) {
        Map<Digest, Integer> own = new HashMap<>();
        for (int i = 0; i < waiting.size(); i++) {
            Digest leaf = waiting.get(i).leaf();
            if (leaf != null) own.putIfAbsent(leaf, i);
        }
        Set<Digest> all = Set.copyOf(signed);
        List<Waiting> taken = new ArrayList<>();
        int next = 0;
        for (Digest leaf : signed) {
            Integer found = own.get(leaf);
            boolean changed = found == null
                    && next < waiting.size()
                    && !isOneOf(all, waiting.get(next).leaf());
            if (found == null && !changed) {
                taken.add(Waiting.GONE);
                continue;
            }
            int at = found == null ? next : found;
            taken.add(waiting.get(at));
            next = Math.max(next, at + 1);
        }
        waiting.subList(0, next).clear();
        return taken;
    }

    private static boolean isOneOf(Set<Digest> signed, @Nullable Digest leaf) {
        return leaf != null && signed.contains(leaf);
    }

    /** Where the leaves that were signed for and those that are found differ first. */
    static int firstDifference(List<Digest> signed, List<@Nullable Digest> found) {
        int i = 0;
        while (i < Math.min(signed.size(), found.size()) && signed.get(i).equals(found.get(i))) i++;
        return i;
    }
}
