package id.kulkul.web.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a home for one process, until it is closed or the process ends in whatever way. */
public final class HomeLock implements AutoCloseable {
    /** Closing any channel on a locked file drops the lock of the whole process, so one process opens it once. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
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
            if (channel.tryLock() != null) return new HomeLock(home, channel);
            channel.close();
            throw new HomeInUse(home);
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(home);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(home);
    }
}
