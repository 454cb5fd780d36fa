package id.kulkul.web.store;

import id.kulkul.web.life.Lives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The disk of the data, looked at once a second: how much room is left, and whether that is enough to receive texts.
 * The rest is kept for answers, the acts of the staff and the signing of the logs. A last reserve is for when others
 * have taken even that.
 */
public final class DiskRoom {
    private static final System.Logger LOG = System.getLogger(DiskRoom.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final long MOST_FOR_TEXTS = DataSize.ofMegabytes(512).toBytes();
    private static final long MOST_BALLAST = DataSize.ofMegabytes(16).toBytes();

    private final Path folder;
    private final long total;
    private final long kept;
    private final long ballastSize;
    private final Ballast ballast;
    private volatile long room;
    private boolean failing;
    private volatile boolean tooLittle;

    /**
     * Looks at a folder's disk.
     *
     * @param kept what texts may not take; by default 512 MB, or a twentieth of a small disk
     */
    public DiskRoom(Path folder, @Nullable DataSize kept) throws IOException {
        this.folder = folder;
        this.total = Files.getFileStore(folder).getTotalSpace();
        this.kept = kept == null ? Math.min(MOST_FOR_TEXTS, total / 20) : kept.toBytes();
        this.ballastSize = Math.min(MOST_BALLAST, this.kept / 8);
        this.ballast = new Ballast(folder, ballastSize);
        measure();
    }

    /** Looks again every second. */
    void begin(Lives lives) {
        lives.loop("disk-room", () -> EVERY, this::look);
    }

    /** How many bytes are left. */
    public long room() {
        return room;
    }

    /** How many bytes the disk has. */
    public long total() {
        return total;
    }

    /** How many bytes texts leave to what must still be written. */
    public long kept() {
        return kept;
    }

    /** Whether texts can be received. */
    public boolean isEnoughForTexts() {
        return !tooLittle && !ballast.isMissed();
    }

    Reserve reserve() {
        return ballast;
    }

    void look() {
        try {
            measure();
            if (room >= kept + 2 * ballastSize) ballast.restore();
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing)
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The room on the disk could not be looked at: "
                                + e.getClass().getName());
            failing = true;
        }
    }

    private void measure() throws IOException {
        room = Files.getFileStore(folder).getUsableSpace();
        ballast.found(room);
        boolean less = room < kept;
        if (less == tooLittle) return;
        tooLittle = less;
        LOG.log(
                less ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                less
                        ? "The disk has less than " + DataSize.ofBytes(kept).toMegabytes()
                                + " MB left: no report is received until there is more."
                        : "The disk has room again: reports are received.");
    }
}
