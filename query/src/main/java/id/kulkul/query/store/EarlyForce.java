package id.kulkul.query.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends a growing file to the disk all the while, so that little is left to wait for in the end. */
final class EarlyForce implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000;

    private final FileChannel channel;
    private final Thread thread;
    private volatile boolean ending;
    private volatile @Nullable IOException failure;

    EarlyForce(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        thread = Thread.ofPlatform().daemon().name("early-force").start(this::run);
    }

    private void run() {
        try {
            while (!ending) {
                channel.force(false);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException failed) {
            failure = failed;
        }
    }

    /** Returns when everything that was written is on disk, and lets go of the file. */
    void finish() throws IOException {
        stop();
        var failed = failure;
        if (failed != null) throw failed;
        channel.force(true);
        channel.close();
    }

    private void stop() {
        ending = true;
        LockSupport.unpark(thread);
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    @Override
    public void close() throws IOException {
        stop();
        channel.close();
    }
}
