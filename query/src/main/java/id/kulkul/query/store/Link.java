package id.kulkul.query.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection to the file and the statements that it has prepared; used by one thread at a time. */
final class Link implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Link(Connection connection) {
        this.connection = connection;
    }

    static Link open(Path file) throws SQLException {
        var link = new Link(DriverManager.getConnection("jdbc:sqlite:" + file));
        link.execute("PRAGMA journal_mode=WAL");
        link.execute("PRAGMA synchronous=NORMAL");
        link.execute("PRAGMA busy_timeout=10000");
        link.execute("PRAGMA secure_delete=ON");
        link.execute("PRAGMA wal_autocheckpoint=4000");
        link.execute("PRAGMA cache_size=-16000");
        return link;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** The rows must be closed before the same statement is used again. */
    ResultSet query(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
