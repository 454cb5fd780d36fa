package id.kulkul.web.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The only connection that writes a SQLite file: write-ahead log, one fsync for each commit, deleted content
 * overwritten.
 */
final class SqliteWriter implements AutoCloseable {
    /** Statements of one request. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Opens the file, as often as it must be. */
    interface Opening {
        SqliteWriter open() throws SQLException;
    }

    /**
     * Rows with random keys touch a page each: enough of them in memory, and long rounds until they are moved from the
     * log to the file.
     */
    private static final int CACHE_KIB = 16 * 1024;

    private static final int LOG_PAGES = 4000;
    private static final int SQLITE_BUSY = 5;
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement mark;
    private final PreparedStatement keep;
    private final PreparedStatement back;
    private boolean emptyLog;
    private boolean rewrite;

    SqliteWriter(Path file, List<String> schema) throws SQLException {
        connection = settings().createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            for (var definition : schema) statement.execute(definition);
        }
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        mark = connection.prepareStatement("SAVEPOINT request");
        keep = connection.prepareStatement("RELEASE request");
        back = connection.prepareStatement("ROLLBACK TO request");
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        settings.setTempStore(SQLiteConfig.TempStore.MEMORY);
        settings.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, String.valueOf(-CACHE_KIB));
        settings.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(LOG_PAGES));
        settings.setGetGeneratedKeys(false); // else the driver prepares and runs one more query after each insert
        return settings;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs the requests in one transaction; when it throws, none of them is stored. */
    void transaction(List<Request<?>> requests) throws SQLException {
        if (requests.size() == 1 && requests.getFirst().isOneStatement()) {
            requests.getFirst().run(this); // a single statement is a transaction by itself
        } else {
            begin.execute();
            for (var request : requests) request.run(this);
            commit.execute();
        }
    }

    /**
     * After a commit that deleted something: removes what the file and its write-ahead log still hold of it, or fails.
     */
    void emptyLog() throws SQLException {
        if (!emptyLog) return;
        if (rewrite) execute("VACUUM");
        rewrite = false;
        try (var statement = connection.createStatement();
                var outcome = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            boolean done = outcome.next() && outcome.getInt(1) == 0;
            if (!done) throw new SQLException("The log of a store could not be emptied", "", SQLITE_BUSY);
        }
        emptyLog = false;
    }

    /** Commits a change that changes nothing, to see whether the disk takes one; fails if not. */
    void probe() throws SQLException {
        begin.execute();
        try (var statement = connection.createStatement()) {
            long version;
            try (var stored = statement.executeQuery("PRAGMA user_version")) {
                version = stored.next() ? stored.getLong(1) : 0;
            }
            statement.execute("PRAGMA user_version=" + version);
        }
        commit.execute();
    }

    /** Lets nothing of what this transaction deletes stay in the write-ahead log; called within it or before. */
    void emptyLogAfterCommit() {
        emptyLog = true;
    }

    /**
     * Lets nothing of what this transaction deletes stay anywhere in the file either. SQLite overwrites a deleted row
     * where it lies, and not what was left of it in another page when pages were split: the file is written anew, which
     * for that moment takes as much memory as the file has bytes.
     */
    void rewriteAfterCommit() {
        emptyLog = true;
        rewrite = true;
    }

    /** Runs several statements so that a failure leaves nothing of them in the open transaction. */
    <T> T allOrNothing(Work<T> work) throws SQLException {
        mark.execute();
        try {
            T result = work.run();
            keep.execute();
            return result;
        } catch (SQLException e) {
            if (concernsOneRequest(e)) takeBack(); // otherwise the file has ended the whole transaction by itself
            throw e;
        } catch (RuntimeException e) {
            takeBack();
            throw e;
        }
    }

    private void takeBack() throws SQLException {
        back.execute();
        keep.execute();
    }

    /** Whether a row with the same key is there already. */
    static boolean isDuplicate(Exception failure) {
        return failure instanceof SQLiteException e
                && (e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    }

    /** Whether the failure is a refusal of these rows only, and not of the file. */
    static boolean concernsOneRequest(SQLException failure) {
        return Fault.of(failure) == Fault.REQUEST;
    }

    /** Closes without finishing an open transaction, which is then rolled back. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(SqliteWriter.class.getName()).log(System.Logger.Level.WARNING, "A store did not close", e);
        }
    }
}
