package id.kulkul.web.audit;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.page.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns what an address calls a moment, a leaf of a log, into the stored event that it stands for. */
@Component
class Indexes {
    private final Leaves leaves;
    private final StoredEvents history;

    Indexes(Leaves leaves, StoredEvents history) {
        this.leaves = leaves;
        this.history = history;
    }

    /** A moment: a leaf and the event behind it. */
    record Moment(LeafIndex leaf, StoredEvent event) {}

    /**
     * The log of the moment that an address asks for: the one that it names, or else the one that is meant without a
     * name.
     */
    static LogName log(@Nullable String asked, LogName meant) {
        return asked == null || asked.isBlank() ? meant : parsed(asked, meant).log();
    }

    /**
     * The moment of a log that an address asks for, such as {@code wbs-4711} or 4711, or the last one where it asks for
     * none. Most numbers are padding: the nearest event before stands for such a number, the last one for a number
     * behind the last checkpoint, and the first one where nothing is before. An event whose row is gone is none of
     * that: it is refused with {@code audit/row-missing}.
     */
    Moment of(@Nullable String asked, LogName log) {
        Optional<Moment> found = asked == null || asked.isBlank() ? last(log) : nearest(leaf(asked, log));
        return found.orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "log/no-checkpoint"));
    }

    /** The leaf that an address names, whatever it holds. */
    static LeafIndex leaf(String asked, LogName log) {
        LeafIndex leaf = parsed(asked, log);
        if (leaf.log() != log) throw new Refused(HttpStatus.BAD_REQUEST, "audit/other-log");
        return leaf;
    }

    private Optional<Moment> nearest(LeafIndex leaf) {
        if (leaf.value() >= leaves.size(leaf.log())) return last(leaf.log());
        Optional<Moment> own = at(leaf);
        if (own.isEmpty() && leaves.position(leaf).isPresent())
            throw new Refused(HttpStatus.CONFLICT, "audit/row-missing");
        return own.or(() -> before(leaf)).or(() -> after(leaf));
    }

    private static LeafIndex parsed(String asked, LogName meant) {
        String text = asked.strip();
        return LeafIndex.parse(text)
                .or(() -> LeafIndex.parse(meant.text() + "-" + text))
                .orElseThrow(() -> new Refused(HttpStatus.BAD_REQUEST, "audit/not-an-index"));
    }

    private Optional<Moment> last(LogName log) {
        return before(new LeafIndex(log, leaves.size(log)));
    }

    /** The last moment before a leaf. */
    Optional<Moment> before(LeafIndex leaf) {
        if (leaf.value() == 0) return Optional.empty();
        return leaves.moment(new LeafIndex(leaf.log(), leaf.value() - 1))
                .flatMap(history::at)
                .flatMap(event -> leaves.leafIndexOf(leaf.log(), Hex16.parse(event.aggregate()), event.sequence())
                        .map(own -> new Moment(own, event)));
    }

    /** The first moment after a leaf. */
    Optional<Moment> after(LeafIndex leaf) {
        long size = leaves.size(leaf.log());
        for (LeafIndex next = leaf.next(); next.value() < size; next = next.next()) {
            Optional<Moment> found = at(next);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<Moment> at(LeafIndex leaf) {
        return leaves.position(leaf).flatMap(history::at).map(event -> new Moment(leaf, event));
    }
}
