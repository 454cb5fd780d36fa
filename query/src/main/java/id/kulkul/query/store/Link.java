package id.kulkul.query.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** One connection to the file and the statements that it has prepared; used by one thread at a time. */
final class Link implements AutoCloseable {
    /** Goes up with every change of the tables or of a document that an older file would answer wrongly. */
    static final int SHAPE = 13;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Link(Connection connection) {
        this.connection = connection;
    }

    /** The driver would otherwise ask after each insert, with a new statement, which key the row got. */
    private static Connection connection(Path file) throws SQLException {
        var settings = new SQLiteConfig();
        settings.setGetGeneratedKeys(false);
        return settings.createConnection("jdbc:sqlite:" + file);
    }

    static Link open(Path file) throws SQLException {
        var link = new Link(connection(file));
        link.execute("PRAGMA journal_mode=WAL");
        link.execute("PRAGMA synchronous=NORMAL");
        link.execute("PRAGMA busy_timeout=10000");
        link.execute("PRAGMA secure_delete=ON");
        link.execute("PRAGMA wal_autocheckpoint=4000");
        link.execute("PRAGMA cache_size=-16000");
        return link;
    }

    /** Whether a file is there, whole, and its tables have the shape that this program reads. */
    static boolean isOfThisShape(Path file) throws SQLException {
        if (!Files.exists(file)) return false;
        var check = check(file);
        try (var link = open(file)) {
            return link.shape() == SHAPE && link.isWhole(check);
        } catch (SQLException failed) {
            if (isDamage(failed)) return false;
            throw failed;
        }
    }

    /**
     * A log that was not moved into its file may belong to another one: then indexes are compared with their tables
     * too.
     */
    private static String check(Path file) throws SQLException {
        try {
            var log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.exists(log) && Files.size(log) > 0 ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
        } catch (IOException failed) {
            throw new SQLException(failed);
        }
    }

    private boolean isWhole(String check) throws SQLException {
        try (var found = query(check)) {
            return found.next() && found.getString(1).equals("ok");
        }
    }

    /** Whether SQLite says that the file itself is spoilt. */
    static boolean isDamage(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** Removes a file with all that SQLite laid beside it, so that nothing of it is taken for part of another. */
    static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        removeLog(file);
    }

    /** Removes what SQLite laid beside a file. */
    static void removeLog(Path file) throws IOException {
        for (var end : List.of("-wal", "-shm", "-journal"))
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
    }

    /** Opens a file that is not there yet. */
    static Link anew(Path file) throws SQLException {
        var link = open(file);
        link.markShape();
        return link;
    }

    private int shape() throws SQLException {
        try (var shape = query("PRAGMA user_version")) {
            return shape.next() ? shape.getInt(1) : 0;
        }
    }

    /** Makes the file one of no shape, which the next start begins anew. */
    void unmarkShape() throws SQLException {
        execute("PRAGMA user_version=0");
    }

    private void markShape() throws SQLException {
        execute("PRAGMA user_version=" + SHAPE);
    }

    /**
     * A file that is worth nothing until it is finished: nothing is logged, forced or shared, all of it is one
     * transaction, and little of it waits in memory for the end.
     */
    static Link fresh(Path file) throws SQLException {
        var link = new Link(connection(file));
        link.execute("PRAGMA journal_mode=OFF");
        link.execute("PRAGMA synchronous=OFF");
        link.execute("PRAGMA locking_mode=EXCLUSIVE");
        link.execute("PRAGMA temp_store=MEMORY");
        link.execute("PRAGMA cache_size=-4000");
        link.markShape();
        link.connection.setAutoCommit(false);
        return link;
    }

    /** Ends the one transaction of a fresh file. */
    void commit() throws SQLException {
        connection.commit();
    }

    boolean isClosed() throws SQLException {
        return connection.isClosed();
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Moves the write-ahead log into the file and removes it, so that it is never taken for the log of another file.
     */
    void endLog() throws SQLException {
        try (var mode = query("PRAGMA journal_mode=DELETE")) {
            if (!mode.next() || !mode.getString(1).equals("delete")) throw new SQLException("somebody reads the file");
        }
    }

    /**
     * Leaves nothing of what was deleted in the file or its log: SQLite overwrites a deleted row where it lies, and not
     * what was left of it elsewhere when pages were split. Takes as much memory as the file has bytes; nobody may read
     * meanwhile.
     */
    void rewrite() throws SQLException {
        execute("PRAGMA temp_store=MEMORY");
        execute("VACUUM");
        try (var outcome = query("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (!outcome.next() || outcome.getInt(1) != 0) throw new SQLException("somebody reads the file");
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException failed) {
            forget(sql);
            throw failed;
        }
    }

    /** The driver ends a statement for good where its disk was full. */
    private void forget(String sql) throws SQLException {
        var statement = prepared.remove(sql);
        if (statement != null) statement.close();
    }

    /** The rows must be closed before the same statement is used again. */
    ResultSet query(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) bind(statement, i + 1, values[i]);
        return statement;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(at, text);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            case byte[] bytes -> statement.setBytes(at, bytes);
            case null, default -> statement.setObject(at, value);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
