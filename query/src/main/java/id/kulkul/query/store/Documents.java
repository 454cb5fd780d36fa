package id.kulkul.query.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import id.kulkul.command.EventJson;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Documents as rows of a table for each shelf, and the versions that have ended as rows of a second one. Every row names
 * the version before it, so that a history is followed from its end and needs no index.
 */
final class Documents {
    /** The number of no version. */
    static final long NONE = 0;

    /** A document as its row holds it, and the number of the version that ended when it began. */
    record Row<R>(Held<R> held, long past) {}

    private final ObjectMapper json = EventJson.mapper();
    private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    <R> Optional<Row<R>> row(Link link, Shelf<R> shelf, String key) throws SQLException {
        try (var rows = link.query(SqlText.row(shelf), key)) {
            if (!rows.next()) return Optional.empty();
            return Optional.of(new Row<>(new Held<>(rows.getLong(1), read(shelf, rows.getString(2))), rows.getLong(3)));
        }
    }

    <R> List<Held<R>> held(Link link, Shelf<R> shelf, String sql, Object... values) throws SQLException {
        var held = new ArrayList<Held<R>>();
        try (var rows = link.query(sql, values)) {
            while (rows.next()) held.add(new Held<>(rows.getLong(1), read(shelf, rows.getString(2))));
        }
        return held;
    }

    /** Returns whether the visitor wanted all. */
    <R> boolean walk(Link link, Shelf<R> shelf, String sql, Predicate<R> goOn, Object... values) throws SQLException {
        try (var rows = link.query(sql, values)) {
            while (rows.next()) if (!goOn.test(read(shelf, rows.getString(2)))) return false;
            return true;
        }
    }

    <R> void write(Link link, Shelf<R> shelf, String key, Row<R> row) throws SQLException {
        link.update(SqlText.write(shelf), values(shelf, key, row));
    }

    /** What {@link SqlText#write} binds. */
    <R> @Nullable Object[] values(Shelf<R> shelf, String key, Row<R> row) {
        return with(shelf, row, key, row.held().from(), row.past());
    }

    /** Adds a version that held up to a position, and returns its number. */
    <R> long addPast(Link link, Shelf<R> shelf, Row<R> row, long to) throws SQLException {
        try (var rows = link.query(SqlText.addPast(shelf) + " RETURNING id", pastValues(shelf, null, row, to))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What {@link SqlText#addPast} binds; without a number the version gets the next. */
    <R> @Nullable Object[] pastValues(Shelf<R> shelf, @Nullable Long id, Row<R> row, long to) {
        return with(shelf, row, id, row.held().from(), to, row.past());
    }

    /** Some values, the document, and its fields. */
    private <R> @Nullable Object[] with(Shelf<R> shelf, Row<R> row, @Nullable Object... first) {
        var document = row.held().document();
        var fields = shelf.fields();
        var values = new @Nullable Object[first.length + 1 + fields.size()];
        System.arraycopy(first, 0, values, 0, first.length);
        values[first.length] = text(shelf, document);
        for (var i = 0; i < fields.size(); i++)
            values[first.length + 1 + i] = SqlText.bound(fields.get(i).of().apply(document));
        return values;
    }

    /** The bytes of the document's JSON, which the statements store as text. */
    private <R> byte[] text(Shelf<R> shelf, R document) {
        try {
            return writers.computeIfAbsent(shelf.type(), json::writerFor).writeValueAsBytes(document);
        } catch (JsonProcessingException broken) {
            throw new ReadStoreFailed(broken);
        }
    }

    private <R> R read(Shelf<R> shelf, String text) {
        try {
            return json.readValue(text, shelf.type());
        } catch (JsonProcessingException broken) {
            throw new ReadStoreFailed(broken);
        }
    }
}
