package id.kulkul.query.store;

import java.util.List;

/**
 * A named place for documents of one type.
 *
 * @param name lower-case letters and underscores
 * @param versioned whether every version is kept with its interval of positions
 * @param indexes fields of the document by which it is found; each entry is one index over one or more of them, separated
 *     by commas
 */
public record Shelf<R>(String name, Class<R> type, boolean versioned, List<String> indexes) {
    public Shelf {
        if (!name.matches("[a-z_]+")) throw new IllegalArgumentException("not a name of a shelf: " + name);
        indexes = List.copyOf(indexes);
    }

    /** A shelf that keeps only what holds now. */
    public static <R> Shelf<R> current(String name, Class<R> type, String... indexes) {
        return new Shelf<>(name, type, false, List.of(indexes));
    }

    /** A shelf that keeps every version. */
    public static <R> Shelf<R> versioned(String name, Class<R> type, String... indexes) {
        return new Shelf<>(name, type, true, List.of(indexes));
    }
}
