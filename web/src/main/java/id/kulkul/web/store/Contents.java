package id.kulkul.web.store;

import java.sql.SQLException;

/** What a store keeps in its file: told of every connection that is opened to it, and of every commit. */
interface Contents {
    /**
     * Takes a connection for all that follows.
     *
     * @throws IllegalStateException when the file lacks what was acknowledged before
     */
    void attach(SqliteWriter connection) throws SQLException;

    /** Called after each commit, before the requests of the batch are answered. */
    void committed();
}
