package id.kulkul.query.audit;

import id.kulkul.crypto.bytes.Digest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event without a checkpoint yet; without a leaf where its row is no longer readable. */
record Waiting(
        Position position,
        @Nullable UUID aggregate,
        long sequence,
        @Nullable Digest leaf) {

    /** What is left of a row that somebody took away. */
    static final Waiting GONE = unreadable(Position.BEFORE_FIRST);

    static Waiting unreadable(Position position) {
        return new Waiting(position, null, 0, null);
    }

    /** The same with the leaf that this process appended. */
    Waiting with(Digest appended) {
        return new Waiting(position, aggregate, sequence, appended);
    }
}
