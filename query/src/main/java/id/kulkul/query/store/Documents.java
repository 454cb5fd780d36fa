package id.kulkul.query.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.command.EventJson;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    <R> void write(Link link, Shelf<R> shelf, String key, Row<R> row) throws SQLException {
        write(link, shelf, key, row.held().from(), row.past(), text(row.held().document()));
    }

    void write(Link link, Shelf<?> shelf, String key, long from, long past, byte[] text) throws SQLException {
        link.update(SqlText.write(shelf), key, from, past, text);
    }

    /** Adds a version that held up to a position, and returns its number. */
    <R> long addPast(Link link, Shelf<R> shelf, Row<R> row, long to) throws SQLException {
        var text = text(row.held().document());
        var sql = SqlText.addPast(shelf) + " RETURNING id";
        try (var rows = link.query(sql, null, row.held().from(), to, row.past(), text)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void addPast(Link link, Shelf<?> shelf, long id, long from, long to, long past, byte[] text) throws SQLException {
        link.update(SqlText.addPast(shelf), id, from, to, past, text);
    }

    /** The bytes of the document's JSON, which the statements store as text. */
    byte[] text(Object document) {
        try {
            return json.writeValueAsBytes(document);
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
