package id.kulkul.query.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file of read models: one connection that writes, used by one thread at a time, and a few that only read. A thread in
 * a transaction reads through the writing connection and so sees what it has written.
 */
final class ReadFile implements AutoCloseable {
    private static final int READERS = 4;

    private final Connection writer;
    private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
    private final ReentrantLock writing = new ReentrantLock();
    private int depth;
    private boolean broken;

    /** What is done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    ReadFile(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            writer = connect(file);
            for (var i = 0; i < READERS; i++) readers.add(reader(file));
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        execute(connection, "PRAGMA journal_mode=WAL");
        execute(connection, "PRAGMA synchronous=NORMAL");
        execute(connection, "PRAGMA busy_timeout=10000");
        execute(connection, "PRAGMA secure_delete=ON");
        return connection;
    }

    private static Connection reader(Path file) throws SQLException {
        var connection = connect(file);
        execute(connection, "PRAGMA query_only=ON");
        return connection;
    }

    /** Begins a transaction of this thread, or joins the one that it is in. */
    void begin() {
        writing.lock();
        if (depth++ > 0) return;
        broken = false;
        try {
            execute(writer, "BEGIN IMMEDIATE");
        } catch (SQLException failed) {
            depth--;
            writing.unlock();
            throw new ReadStoreFailed(failed);
        }
    }

    /** Ends what {@link #begin} began; the outermost one commits, unless an inner one failed. */
    void end(boolean keep) {
        broken |= !keep;
        try {
            if (--depth == 0) finish();
        } finally {
            writing.unlock();
        }
    }

    private void finish() {
        try {
            if (!broken) execute(writer, "COMMIT");
        } catch (SQLException failed) {
            broken = true;
            throw new ReadStoreFailed(failed);
        } finally {
            if (broken) undo();
        }
    }

    private void undo() {
        try {
            execute(writer, "ROLLBACK");
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        }
    }

    /** Writes in the transaction of this thread, or in one of its own. */
    <T> T write(Work<T> work) {
        begin();
        var kept = false;
        try {
            var result = work.on(writer);
            kept = true;
            return result;
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        } finally {
            end(kept);
        }
    }

    /** Reads what is committed; inside a transaction of this thread also what it has written. */
    <T> T read(Work<T> work) {
        try {
            if (writing.isHeldByCurrentThread()) return work.on(writer);
            var reader = readers.take();
            try {
                return work.on(reader);
            } finally {
                readers.add(reader);
            }
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ReadStoreFailed(interrupted);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            for (var i = 0; i < READERS; i++) readers.take().close();
            writer.close();
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            writing.unlock();
        }
    }
}
