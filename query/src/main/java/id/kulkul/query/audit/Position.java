package id.kulkul.query.audit;

/**
 * A place in the one total order in which events are stored, known inside the server only.
 *
 * @param value counted from 0; -1 before the first event
 */
public record Position(long value) implements Comparable<Position> {

    /** Where nothing is stored yet. */
    public static final Position BEFORE_FIRST = new Position(-1);

    /** The first event. */
    public static final Position FIRST = BEFORE_FIRST.next();

    /** Refuses what lies before the place before the first. */
    public Position {
        if (value < -1) throw new IllegalArgumentException("no event has this position");
    }

    /** The place after this one. */
    public Position next() {
        return new Position(value + 1);
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }
}
