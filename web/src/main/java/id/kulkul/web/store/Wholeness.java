package id.kulkul.web.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Finds out whether a SQLite file is whole, before anything is written to it. */
final class Wholeness {
    private Wholeness() {}

    /**
     * Reads every page of a file and of its write-ahead log once; a file that is not there is whole.
     *
     * @throws StoreDamaged where one of them is not what SQLite writes
     */
    static void check(Path file) throws SQLException {
        if (!Files.exists(file)) return;
        String check = hasLog(file) ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
        var settings = new SQLiteConfig();
        settings.setReadOnly(true); // so that closing does not move a log into a file that it may not belong to
        try (var link = settings.createConnection("jdbc:sqlite:" + file);
                var statement = link.createStatement();
                var found = statement.executeQuery(check)) {
            if (!found.next() || !found.getString(1).equals("ok")) throw new StoreDamaged(file, null);
        } catch (SQLException e) {
            if (isDamage(e)) throw new StoreDamaged(file, e);
            throw e;
        }
    }

    /**
     * A log that was not moved into its file may belong to another one: then indexes are compared with their tables
     * too.
     */
    private static boolean hasLog(Path file) throws SQLException {
        try {
            var log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Whether SQLite says that the file itself is spoilt. */
    static boolean isDamage(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }
}
