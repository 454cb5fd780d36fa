package id.kulkul.query.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something by which the documents of a shelf are found and ordered; it stands beside the document, which need not hold
 * it.
 *
 * @param name letters only
 * @param of reads it from a document: a text, a number, a truth value, or null if the document has none
 */
public record Field<R>(String name, Function<R, @Nullable Object> of) {
    public Field {
        if (!name.matches("[A-Za-z]+")) throw new IllegalArgumentException("not a name of a field: " + name);
    }
}
