package id.kulkul.query.store;

/** A disk that takes nothing more of the read models until a transaction has met that. */
public final class FullDisk implements AutoCloseable {
    private static final long ROOM = 1_000_000;

    private final FailureTold told = new FailureTold("SQLITE_FULL");
    private final SqliteReadStore store;

    public FullDisk(SqliteReadStore store) {
        this.store = store;
        limit(0);
    }

    private void limit(long room) {
        store.file().write(link -> {
            try (var pages = link.query("PRAGMA page_count")) {
                pages.next();
                link.execute("PRAGMA max_page_count = " + (pages.getLong(1) + room));
                return true;
            }
        });
    }

    /** Waits until a transaction has failed of it, which the log names; then there is room again. */
    public void awaitMet() {
        told.await();
        limit(ROOM);
    }

    @Override
    public void close() {
        told.close();
    }
}
