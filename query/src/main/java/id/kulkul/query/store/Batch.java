package id.kulkul.query.store;

import java.sql.SQLException;

/** What waits for the end of a transaction. */
interface Batch {
    /** Writes what waits, before the commit. */
    void flush(Link link) throws SQLException;

    /** Drops what waits, and everything that was only written in the transaction. */
    void forget();
}
