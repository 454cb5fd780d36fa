package id.kulkul.query.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.command.EventJson;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;

/** Read models in one SQLite file, in which the tokens of the projections lie too and commit with the documents. */
public final class SqliteReadStore implements ReadStore, Lifecycle, AutoCloseable {
    private final ObjectMapper json = EventJson.mapper();
    private final ReadFile file;

    /** Opens the file, or makes it. */
    public SqliteReadStore(Path file) {
        this.file = new ReadFile(file);
    }

    /** The transactions of this file, for the processors of projections. */
    public TransactionManager transactions() {
        return new SqliteTransactions(file);
    }

    /** The tokens in this file, for the processors of projections. */
    public TokenStore tokens() {
        return new SqliteTokens(file);
    }

    @Override
    public void prepare(Shelf<?> shelf) {
        file.write(connection -> {
            for (var sql : SqlText.schema(shelf)) ReadFile.execute(connection, sql);
            return true;
        });
    }

    @Override
    public <R> void put(Shelf<R> shelf, String key, long position, R document) {
        var text = text(document);
        file.write(connection -> {
            if (!newer(connection, shelf, key, position, text)) return false;
            if (shelf.versioned()) version(connection, shelf, key, position, text);
            return true;
        });
    }

    private static boolean newer(Connection connection, Shelf<?> shelf, String key, long position, String text)
            throws SQLException {
        var sql = "INSERT INTO " + shelf.name()
                + " (key, from_position, doc) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
                + " SET from_position = excluded.from_position, doc = excluded.doc"
                + " WHERE from_position < excluded.from_position AND doc <> excluded.doc";
        try (var statement = connection.prepareStatement(sql)) {
            return bind(statement, key, position, text).executeUpdate() > 0;
        }
    }

    private static void version(Connection connection, Shelf<?> shelf, String key, long position, String text)
            throws SQLException {
        var end = "UPDATE " + shelf.name() + "_versions SET to_position = ? WHERE key = ? AND to_position IS NULL";
        try (var statement = connection.prepareStatement(end)) {
            bind(statement, position, key).executeUpdate();
        }
        var add = "INSERT INTO " + shelf.name() + "_versions (key, from_position, doc) VALUES (?, ?, ?)";
        try (var statement = connection.prepareStatement(add)) {
            bind(statement, key, position, text).executeUpdate();
        }
    }

    @Override
    public <R> Optional<Held<R>> one(Shelf<R> shelf, String key) {
        var sql = "SELECT from_position, doc FROM " + shelf.name() + " WHERE key = ?";
        return held(shelf, sql, key).stream().findFirst();
    }

    @Override
    public <R> Optional<Held<R>> oneAt(Shelf<R> shelf, String key, long position) {
        var sql = "SELECT from_position, doc FROM " + shelf.name() + "_versions WHERE key = ? AND " + SqlText.AT;
        return held(shelf, sql, key, position, position).stream().findFirst();
    }

    @Override
    public <R> List<Held<R>> versions(Shelf<R> shelf, String key) {
        var sql = "SELECT from_position, doc FROM " + shelf.name() + "_versions WHERE key = ? ORDER BY from_position";
        return held(shelf, sql, key);
    }

    @Override
    public <R> List<R> all(Shelf<R> shelf, Where where) {
        return documents(held(shelf, SqlText.select(shelf.name(), where), SqlText.values(where)));
    }

    @Override
    public <R> List<R> allAt(Shelf<R> shelf, Where where, long position) {
        var values = new ArrayList<Object>(List.of(SqlText.values(where)));
        values.add(values.size() - 1, position);
        values.add(values.size() - 1, position);
        return documents(held(shelf, SqlText.selectAt(shelf.name(), where), values.toArray()));
    }

    private static <R> List<R> documents(List<Held<R>> held) {
        return held.stream().map(Held::document).toList();
    }

    @Override
    public void clear(Shelf<?> shelf) {
        file.write(connection -> {
            ReadFile.execute(connection, "DELETE FROM " + shelf.name());
            if (shelf.versioned()) ReadFile.execute(connection, "DELETE FROM " + shelf.name() + "_versions");
            return true;
        });
    }

    private <R> List<Held<R>> held(Shelf<R> shelf, String sql, Object... values) {
        return file.read(connection -> {
            try (var statement = connection.prepareStatement(sql);
                    var rows = bind(statement, values).executeQuery()) {
                return collect(shelf, rows);
            }
        });
    }

    private <R> List<Held<R>> collect(Shelf<R> shelf, ResultSet rows) throws SQLException {
        var held = new ArrayList<Held<R>>();
        while (rows.next()) held.add(new Held<>(rows.getLong(1), document(shelf, rows.getString(2))));
        return held;
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    private String text(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException broken) {
            throw new ReadStoreFailed(broken);
        }
    }

    private <R> R document(Shelf<R> shelf, String text) {
        try {
            return json.readValue(text, shelf.type());
        } catch (JsonProcessingException broken) {
            throw new ReadStoreFailed(broken);
        }
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.EXTERNAL_CONNECTIONS, this::close);
    }

    @Override
    public void close() {
        file.close();
    }
}
