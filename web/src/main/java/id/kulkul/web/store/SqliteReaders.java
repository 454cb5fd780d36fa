package id.kulkul.web.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.sqlite.SQLiteConfig;

/** A few read-only connections to one SQLite file, lent for the time of one query. */
final class SqliteReaders implements AutoCloseable {
    /** One query on a lent connection. */
    interface Query<T> {
        T run(Reader reader) throws SQLException;
    }

    private final Path file;
    private final BlockingQueue<Reader> idle;
    private volatile boolean damaged;
    private final List<Reader> all = new ArrayList<>();

    SqliteReaders(Path file, int connections) throws SQLException {
        this.file = file;
        idle = new ArrayBlockingQueue<>(connections);
        var settings = new SQLiteConfig();
        settings.setReadOnly(true);
        for (int i = 0; i < connections; i++) all.add(new Reader(settings.createConnection("jdbc:sqlite:" + file)));
        idle.addAll(all);
    }

    /** Runs a query on the next free connection, waiting for one; the query must not lend another. */
    <T> T read(Query<T> query) throws SQLException {
        var reader = borrow();
        try {
            return query.run(reader);
        } catch (SQLException e) {
            if (Wholeness.isDamage(e)) tell();
            throw e;
        } finally {
            idle.add(reader);
        }
    }

    private void tell() {
        if (damaged) return;
        damaged = true;
        System.getLogger(SqliteReaders.class.getName())
                .log(
                        System.Logger.Level.ERROR,
                        "The store {0} is damaged: stop, and put back a copy that is whole.",
                        file);
    }

    /** Whether a query has met damage of the file. */
    boolean isDamaged() {
        return damaged;
    }

    private Reader borrow() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return idle.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Closes each connection after its running query. */
    @Override
    public void close() throws SQLException {
        for (int i = 0; i < all.size(); i++) borrow().connection.close();
    }

    /** A connection with its prepared statements. */
    static final class Reader {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        private Reader(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement prepare(String sql) throws SQLException {
            var known = statements.get(sql);
            if (known != null) return known;
            var made = connection.prepareStatement(sql);
            statements.put(sql, made);
            return made;
        }
    }
}
