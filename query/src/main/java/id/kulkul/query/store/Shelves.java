package id.kulkul.query.store;

import java.util.Optional;

/**
 * Where a projection puts what it folds. It finds again what it put, by its key, and asks nothing else: while
 * everything is filled anew, nobody could answer.
 */
public interface Shelves {
    /** Makes the place for a shelf if it is missing; once, before anything else is done with it. */
    void prepare(Shelf<?> shelf);

    /**
     * Writes the document of a key as it is from a position on. Nothing is written if the key has a document of the
     * same or a later position, so that the same events may be fed again; on a versioned shelf, whose documents must be
     * immutable, nothing is written either if the document has not changed.
     */
    <R> void put(Shelf<R> shelf, String key, long position, R document);

    /**
     * The current document of a key, with the position from which it holds. In a transaction it is the one object that
     * is written at the end, if it is put again.
     */
    <R> Optional<Held<R>> one(Shelf<R> shelf, String key);
}
