package id.kulkul.web.store;

import id.kulkul.web.life.SoleRight;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a home for one process, until it is closed or the process ends in whatever way; with it comes the right to the
 * rounds.
 */
public final class HomeLock implements SoleRight, AutoCloseable {
    /** Closing any channel on a locked file drops the lock of the whole process, so one process opens it once. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileLock lock;

    private HomeLock(Path home, FileLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /**
     * Takes the home, or refuses at once.
     *
     * @throws HomeInUse when it is taken already
     */
    public static HomeLock take(Homes homes) throws IOException {
        var home = homes.root();
        var file = homes.data().resolve("lock");
        if (!HELD_HERE.add(home)) throw new HomeInUse(home);
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock != null) return new HomeLock(home, lock);
            channel.close();
            throw new HomeInUse(home);
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(home);
            throw e;
        }
    }

    @Override
    public boolean isHeld() {
        return lock.isValid();
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
        HELD_HERE.remove(home);
    }
}
