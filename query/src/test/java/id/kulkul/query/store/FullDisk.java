package id.kulkul.query.store;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A disk that takes nothing more of the read models, until their file is opened anew. */
public final class FullDisk extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger(ReadFile.class.getName());
    private final CountDownLatch met = new CountDownLatch(1);

    public FullDisk(SqliteReadStore store) {
        logger.addHandler(this);
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
        try {
            met.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getMessage().contains("SQLITE_FULL")) met.countDown();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
