package id.kulkul.web.flood;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.report.Untouched;
import id.kulkul.web.page.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Groups reports by the mark at which they came, which an address names by the size of its checkpoint. */
@Component
class Marked {
    private final Leaves leaves;

    Marked(Leaves leaves) {
        this.leaves = leaves;
    }

    /** The reports of every mark, the oldest first; a report whose event was taken away has none. */
    Map<Long, List<Untouched.Card>> group(List<Untouched.Card> cards) {
        Map<Long, List<Untouched.Card>> groups = new TreeMap<>();
        for (Untouched.Card card : cards)
            size(card).ifPresent(size -> groups.computeIfAbsent(size, any -> new ArrayList<>())
                    .add(card));
        return groups;
    }

    private OptionalLong size(Untouched.Card card) {
        return leaves.sizeCovering(LogName.WBS, card.card().id(), 0);
    }

    /** The mark of the checkpoint of that size in words. */
    String words(long size, Locale language) {
        return leaves.firstCovering(new LeafIndex(LogName.WBS, size - 1))
                .map(checkpoint -> Moments.minute(Instant.ofEpochMilli(checkpoint.mark()), language))
                .orElseThrow();
    }
}
