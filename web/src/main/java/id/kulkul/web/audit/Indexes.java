package id.kulkul.web.audit;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.page.Refused;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns what an address calls a moment, an index of the protected log, into the stored event that it stands for. */
@Component
class Indexes {
    private static final String NUMBER = "0|[1-9][0-9]{0,17}";

    private final Leaves leaves;
    private final StoredEvents history;

    Indexes(Leaves leaves, StoredEvents history) {
        this.leaves = leaves;
        this.history = history;
    }

    /** A moment: an index and the event behind it. */
    record Moment(long index, StoredEvent event) {}

    /** The moment that an address asks for, or the last one where it asks for none; moments end at the last checkpoint. */
    Moment of(@Nullable String asked) {
        if (asked == null || asked.isBlank()) return last().orElseThrow(() -> refused("log/no-checkpoint"));
        if (!asked.strip().matches(NUMBER)) throw new Refused(HttpStatus.BAD_REQUEST, "audit/not-an-index");
        return of(Long.parseLong(asked.strip()));
    }

    private Moment of(long index) {
        if (index >= leaves.size(LogName.WBS)) throw refused("audit/beyond-checkpoint");
        return at(index).orElseThrow(() -> refused("audit/padding"));
    }

    private Optional<Moment> last() {
        long size = leaves.size(LogName.WBS);
        return size == 0 ? Optional.empty() : upTo(size - 1);
    }

    /** The last moment before an index. */
    Optional<Moment> before(long index) {
        return index == 0 ? Optional.empty() : upTo(index - 1);
    }

    /** The first moment after an index. */
    Optional<Moment> after(long index) {
        long size = leaves.size(LogName.WBS);
        for (long next = index + 1; next < size; next++) {
            Optional<Moment> found = at(next);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<Moment> upTo(long index) {
        return stored(leaves.moment(LogName.WBS, index)).flatMap(event -> {
            OptionalLong own = leaves.leafIndexOf(LogName.WBS, Hex16.parse(event.aggregate()), event.sequence());
            return own.isPresent() ? Optional.of(new Moment(own.getAsLong(), event)) : Optional.empty();
        });
    }

    private Optional<Moment> at(long index) {
        return stored(leaves.position(LogName.WBS, index)).map(event -> new Moment(index, event));
    }

    private Optional<StoredEvent> stored(OptionalLong position) {
        return position.isEmpty()
                ? Optional.empty()
                : history.read(position.getAsLong(), 1).stream().findFirst();
    }

    private static Refused refused(String code) {
        return new Refused(HttpStatus.NOT_FOUND, code);
    }
}
