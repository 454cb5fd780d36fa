package id.kulkul.web.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.Set;

/**
 * A file whose blocks are really taken, so that deleting it makes room for the history on a disk that is full; made
 * again later.
 */
final class Ballast implements Reserve {
    private static final System.Logger LOG = System.getLogger(Ballast.class.getName());
    private static final int PIECE = 1024 * 1024;

    /** What the history can be written on with for a while: some rounds of its write-ahead log. */
    private static final long ENOUGH = 4L * PIECE;

    private final Path folder;
    private final Path file;
    private final long size;
    private volatile boolean missed;

    /** Of so many bytes in a folder; none at all with 0. */
    Ballast(Path folder, long size) {
        this.folder = folder;
        this.file = folder.resolve("reserve");
        this.size = size;
    }

    @Override
    public synchronized boolean free() {
        try {
            boolean there = Files.deleteIfExists(file);
            if (there) LOG.log(System.Logger.Level.WARNING, "The disk is full: the reserve of the history is in use.");
            return there;
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The reserve of the history could not be given up: "
                            + e.getClass().getName());
            return false;
        }
    }

    @Override
    public boolean isEnough() {
        try {
            return Files.getFileStore(folder).getUsableSpace() >= ENOUGH;
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void missed() {
        if (missed) return;
        missed = true;
        LOG.log(System.Logger.Level.WARNING, "The disk did not take a text: no report is received until it can.");
    }

    /** Whether texts were missed since there was room. */
    boolean isMissed() {
        return missed;
    }

    /** Takes note of how many bytes are left. */
    void found(long room) {
        if (!missed || room < ENOUGH) return;
        missed = false;
        LOG.log(System.Logger.Level.INFO, "The disk takes texts again.");
    }

    /** Makes the file where it is missing; a torn one is made anew. */
    synchronized void restore() throws IOException {
        if (size == 0 || (Files.exists(file) && Files.size(file) == size)) return;
        Path beside = folder.resolve("reserve.new");
        try {
            fill(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Bytes that no file system makes smaller: a file of zeros may take no blocks. */
    private void fill(Path beside) throws IOException {
        Files.deleteIfExists(beside);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var random = new Random();
        try (var channel = FileChannel.open(beside, options, ours)) {
            for (long left = size; left > 0; left -= PIECE) {
                byte[] bytes = new byte[(int) Math.min(left, PIECE)];
                random.nextBytes(bytes);
                for (var piece = ByteBuffer.wrap(bytes); piece.hasRemaining(); ) channel.write(piece);
            }
            channel.force(true);
        }
    }
}
