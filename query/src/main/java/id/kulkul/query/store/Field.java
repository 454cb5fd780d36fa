package id.kulkul.query.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something by which the documents of a shelf are found and ordered; it stands beside the document, which need not hold
 * it.
 *
 * @param name letters only
 * @param found which documents are found by it
 * @param of reads it from a document: a text, a number, a truth value, or null if the document has none; a list of
 *     texts where there are several
 */
public record Field<R>(String name, Found found, Function<R, @Nullable Object> of) {
    /** Which documents are found by a field; the less, the less is worked out when a version ends. */
    public enum Found {
        /** Those that hold now. */
        NOW,
        /** Those that hold now, by each of several texts. */
        EACH,
        /** Those that ended, too. */
        EVER
    }

    public Field {
        if (!name.matches("[A-Za-z]+")) throw new IllegalArgumentException("not a name of a field: " + name);
    }
}
