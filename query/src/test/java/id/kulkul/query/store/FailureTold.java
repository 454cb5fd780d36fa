package id.kulkul.query.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears of a transaction of the read models that failed, once the log names its cause. */
final class FailureTold extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger(Trouble.class.getName());
    private final CountDownLatch met = new CountDownLatch(1);
    private final String cause;

    FailureTold(String cause) {
        this.cause = cause;
        logger.addHandler(this);
    }

    void await() {
        try {
            if (!met.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("nobody told of it");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getMessage().contains(cause)) met.countDown();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
