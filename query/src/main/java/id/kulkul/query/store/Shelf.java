package id.kulkul.query.store;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.CaseClass;
import id.kulkul.query.store.Field.Found;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named place for documents of one type.
 *
 * @param name lower-case letters and underscores
 * @param versioned whether every version is kept with its interval of positions
 * @param fields by which documents are found; each is indexed
 */
public record Shelf<R>(String name, Class<R> type, boolean versioned, List<Field<R>> fields) {
    public Shelf {
        if (!name.matches("[a-z_]+")) throw new IllegalArgumentException("not a name of a shelf: " + name);
        fields = List.copyOf(fields);
    }

    /** A shelf that keeps only what holds now. */
    public static <R> Shelf<R> current(String name, Class<R> type) {
        return new Shelf<>(name, type, false, List.of());
    }

    /** A shelf that keeps every version. */
    public static <R> Shelf<R> versioned(String name, Class<R> type) {
        return new Shelf<>(name, type, true, List.of());
    }

    /** The shelf, whose documents hold clear copies of a class of a case; {@link ReadStore#erase} deletes them. */
    public Shelf<R> copying(CaseClass caseClass, Function<R, UUID> caseId) {
        return foundEverBy(Copies.field(caseClass), document -> Hex16.of(caseId.apply(document)));
    }

    /** The shelf, whose documents are also found by a {@link Field}, as they are now. */
    public Shelf<R> foundBy(String field, Function<R, @Nullable Object> of) {
        return with(new Field<>(field, Found.NOW, of));
    }

    /** The same by each text of a list. */
    public Shelf<R> foundByEach(String field, Function<R, List<String>> of) {
        return with(new Field<>(field, Found.EACH, of::apply));
    }

    /** The shelf, whose documents are also found by a {@link Field}, as they are and as they ever were. */
    public Shelf<R> foundEverBy(String field, Function<R, @Nullable Object> of) {
        return with(new Field<>(field, Found.EVER, of));
    }

    /** Those by which versions that ended are found. */
    List<Field<R>> everFields() {
        return fields.stream().filter(field -> field.found() == Found.EVER).toList();
    }

    private Shelf<R> with(Field<R> field) {
        var more = Stream.concat(fields.stream(), Stream.of(field));
        return new Shelf<>(name, type, versioned, more.toList());
    }
}
