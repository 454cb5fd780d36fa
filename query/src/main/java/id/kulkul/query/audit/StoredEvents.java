package id.kulkul.query.audit;

import java.util.List;
import java.util.Optional;

/** The stored rows in their one total order, as bytes, exactly as they were acknowledged. */
public interface StoredEvents {

    /**
     * The rows from a position on, in order and without a gap.
     *
     * @return at most {@code max} rows; empty where nothing is stored from there on
     */
    List<StoredEvent> read(Position from, int max);

    /** The one row at a position; empty where none is stored there. */
    default Optional<StoredEvent> at(Position position) {
        return read(position, 1).stream()
                .filter(stored -> stored.position().equals(position))
                .findFirst();
    }

    /**
     * The one row of a stream (32 hex digits) at its own sequence, counted from 0, whatever the stream holds: for
     * whoever compares it with a leaf.
     */
    Optional<StoredEvent> one(String aggregate, long sequence);

    /** The same of an aggregate of that type; empty where the stream is another's. */
    default Optional<StoredEvent> one(String type, String aggregate, long sequence) {
        return one(aggregate, sequence).filter(stored -> stored.aggregateType().equals(type));
    }

    /** How many rows are stored: the position that the next one gets. */
    long size();
}
