package id.kulkul.query.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.command.EventJson;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents as rows of a table for each shelf, and their versions as rows of a second one. */
final class Documents {
    private final ObjectMapper json = EventJson.mapper();

    <R> Optional<Held<R>> one(Link link, Shelf<R> shelf, String key) throws SQLException {
        var sql = "SELECT from_position, doc FROM " + shelf.name() + " WHERE key = ?";
        return held(link, shelf, sql, key).stream().findFirst();
    }

    <R> List<Held<R>> held(Link link, Shelf<R> shelf, String sql, Object... values) throws SQLException {
        var held = new ArrayList<Held<R>>();
        try (var rows = link.query(sql, values)) {
            while (rows.next()) held.add(new Held<>(rows.getLong(1), read(shelf, rows.getString(2))));
        }
        return held;
    }

    <R> void write(Link link, Shelf<R> shelf, String key, Held<R> held) throws SQLException {
        write(link, shelf, key, held.from(), text(held.document()));
    }

    void write(Link link, Shelf<?> shelf, String key, long from, byte[] text) throws SQLException {
        var sql = "INSERT INTO " + shelf.name() + " (key, from_position, doc) VALUES (?, ?, CAST(? AS TEXT))"
                + " ON CONFLICT (key) DO UPDATE SET from_position = excluded.from_position, doc = excluded.doc";
        link.update(sql, key, from, text);
    }

    /** Ends the version that holds now and adds those that followed it, each until the next. */
    <R> void addVersions(Link link, Shelf<R> shelf, String key, List<Held<R>> versions) throws SQLException {
        if (versions.isEmpty()) return;
        var end = "UPDATE " + shelf.name() + "_versions SET to_position = ? WHERE key = ? AND to_position IS NULL";
        link.update(end, versions.getFirst().from(), key);
        for (var i = 0; i < versions.size(); i++) {
            var to = i + 1 < versions.size() ? Long.valueOf(versions.get(i + 1).from()) : null;
            addVersion(
                    link,
                    shelf,
                    key,
                    versions.get(i).from(),
                    to,
                    text(versions.get(i).document()));
        }
    }

    /** Adds a version that held up to a position, or holds still. */
    void addVersion(Link link, Shelf<?> shelf, String key, long from, @Nullable Long to, byte[] text)
            throws SQLException {
        var add = "INSERT INTO " + shelf.name()
                + "_versions (key, from_position, to_position, doc) VALUES (?, ?, ?, CAST(? AS TEXT))";
        link.update(add, key, from, to, text);
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
