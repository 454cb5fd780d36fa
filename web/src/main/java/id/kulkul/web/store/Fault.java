package id.kulkul.web.store;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What a failure says of a SQLite file: whether this request alone was refused, or nothing was changed for now, or
 * nobody knows.
 */
enum Fault {
    /** These rows are refused, and no others. */
    REQUEST("a request was refused"),
    /** Somebody else holds the file: nothing was changed. */
    LOCKED("another program holds its file"),
    /** The disk did not take what was written before it was part of the file: nothing was changed. */
    FULL("the disk is full"),
    /** What is on the disk is not known. */
    UNKNOWN("what is on the disk is not known");

    /**
     * A write that fails leaves a transaction without its end, which is none. A failed fsync is not among these: the
     * kernel may forget the pages that it could not write, and say at the next fsync that all is well. Going on could
     * acknowledge what is nowhere.
     */
    private static final Set<SQLiteErrorCode> NOT_WRITTEN = Set.of(
            SQLiteErrorCode.SQLITE_IOERR_WRITE,
            SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
            SQLiteErrorCode.SQLITE_IOERR_SHMOPEN,
            SQLiteErrorCode.SQLITE_IOERR_SHMMAP);

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    static Fault of(Throwable failure) {
        if (!(failure instanceof SQLException sql)) return UNKNOWN;
        if (sql instanceof SQLiteException e && NOT_WRITTEN.contains(e.getResultCode())) return FULL;
        return switch (SQLiteErrorCode.getErrorCode(sql.getErrorCode() & 0xff)) {
            case SQLITE_CONSTRAINT, SQLITE_TOOBIG -> REQUEST;
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> LOCKED;
            case SQLITE_FULL, SQLITE_CANTOPEN -> FULL;
            default -> UNKNOWN;
        };
    }

    /** Whether the file holds what was acknowledged and nothing else, so that writing may go on. */
    boolean isPassing() {
        return this == LOCKED || this == FULL;
    }

    String words() {
        return words;
    }
}
