package id.kulkul.query.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Another program that holds the file of the read models for longer than they wait for it, which is not long here. */
public final class HeldFile implements AutoCloseable {
    private final FailureTold told = new FailureTold("SQLITE_BUSY");
    private final Connection other;

    public HeldFile(SqliteReadStore store, Path file) throws SQLException {
        store.file().write(link -> {
            link.execute("PRAGMA busy_timeout=1");
            return true;
        });
        other = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    /** Waits until a transaction has failed of it, which the log names. */
    public void awaitMet() {
        told.await();
    }

    /** Lets go of the file. */
    @Override
    public void close() throws SQLException {
        other.close();
        told.close();
    }
}
