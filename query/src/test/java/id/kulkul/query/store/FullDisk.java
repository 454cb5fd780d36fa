package id.kulkul.query.store;

/** A disk that takes nothing more of the read models, until their file is opened anew. */
public final class FullDisk implements AutoCloseable {
    private final FailureTold told = new FailureTold("SQLITE_FULL");

    public FullDisk(SqliteReadStore store) {
        store.file().write(link -> {
            try (var pages = link.query("PRAGMA page_count")) {
                pages.next();
                link.execute("PRAGMA max_page_count = " + pages.getLong(1));
                return true;
            }
        });
    }

    /** Waits until a transaction has failed of it, which the log names. */
    public void awaitMet() {
        told.await();
    }

    @Override
    public void close() {
        told.close();
    }
}
