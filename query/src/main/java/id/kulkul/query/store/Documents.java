package id.kulkul.query.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import id.kulkul.command.EventJson;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Documents as rows of one table a shelf, in the binary form of the JSON of events (Smile). The versions that have
 * ended are rows of a second one, each with the positions between which it held.
 */
final class Documents {
    private final ObjectMapper mapper = EventJson.mapper().copyWith(new SmileFactory());
    private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    <R> Optional<Held<R>> row(Link link, Shelf<R> shelf, String key) throws SQLException {
        try (var rows = link.query(SqlText.row(shelf), key)) {
            if (!rows.next()) return Optional.empty();
            return Optional.of(new Held<>(rows.getLong(1), read(shelf, rows.getBytes(2))));
        }
    }

    <R> List<R> all(Link link, Shelf<R> shelf, String sql, Object... values) throws SQLException {
        var all = new ArrayList<R>();
        walk(link, shelf, sql, all::add, values);
        return all;
    }

    /** Returns whether the visitor wanted all. */
    <R> boolean walk(Link link, Shelf<R> shelf, String sql, Predicate<R> goOn, Object... values) throws SQLException {
        try (var rows = link.query(sql, values)) {
            while (rows.next()) if (!goOn.test(read(shelf, rows.getBytes(1)))) return false;
            return true;
        }
    }

    <R> void write(Link link, Shelf<R> shelf, String key, Held<R> held) throws SQLException {
        link.update(SqlText.write(shelf), values(shelf, key, held));
    }

    /** What {@link SqlText#write} binds. */
    <R> @Nullable Object[] values(Shelf<R> shelf, String key, Held<R> held) {
        return with(shelf, shelf.fields(), held.document(), key, held.from());
    }

    /** Adds a version that held up to a position. */
    <R> void addPast(Link link, Shelf<R> shelf, Held<R> held, long to) throws SQLException {
        link.update(SqlText.addPast(shelf), pastValues(shelf, held, to));
    }

    /** What {@link SqlText#addPast} binds. */
    <R> @Nullable Object[] pastValues(Shelf<R> shelf, Held<R> held, long to) {
        return with(shelf, shelf.everFields(), held.document(), held.from(), to);
    }

    /** Some values, the document, and some of its fields. */
    private <R> @Nullable Object[] with(Shelf<R> shelf, List<Field<R>> fields, R document, @Nullable Object... first) {
        var values = new @Nullable Object[first.length + 1 + fields.size()];
        System.arraycopy(first, 0, values, 0, first.length);
        values[first.length] = bytes(shelf, document);
        for (var i = 0; i < fields.size(); i++)
            values[first.length + 1 + i] = SqlText.bound(fields.get(i).of().apply(document));
        return values;
    }

    private <R> byte[] bytes(Shelf<R> shelf, R document) {
        try {
            return writers.computeIfAbsent(shelf.type(), mapper::writerFor).writeValueAsBytes(document);
        } catch (JsonProcessingException broken) {
            throw new ReadStoreFailed(broken);
        }
    }

    private <R> R read(Shelf<R> shelf, byte[] bytes) {
        try {
            return mapper.readValue(bytes, shelf.type());
        } catch (IOException broken) {
            throw new ReadStoreFailed(broken);
        }
    }
}
