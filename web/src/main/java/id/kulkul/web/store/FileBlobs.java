package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sealed contents as files named by the SHA-256 of their bytes, in 256 folders. A blob waits in a folder of its own
 * until {@link #settle}, which copies everything that waits: from then on file and folder have one modification time
 * for all, and what else {@code stat} shows is the time of the settling. Whoever reads looks at both, in the order in
 * which a blob goes, so that none is missed.
 */
final class FileBlobs implements Blobs {
    private final Path folder;
    private final Path drafts;
    private final List<Path> halfWritten;
    private final BlobShelves shelves;
    private final WaitingBlobs waiting;
    private final Reserve reserve;
    private final BlobQuarantine quarantine;
    private final Suspects<Digest> suspects = new Suspects<>();

    /** Held while a blob goes from one place to another. */
    private final Object moving = new Object();

    FileBlobs(Path folder) throws IOException {
        this(folder, Reserve.NONE);
    }

    /** Opens the folder and changes nothing: a start that is refused leaves it as it is. */
    FileBlobs(Path folder, Reserve reserve) throws IOException {
        this.folder = folder;
        this.reserve = reserve;
        this.drafts = folder.resolve("drafts");
        this.quarantine = new BlobQuarantine(folder.resolveSibling("quarantine"));
        this.shelves = new BlobShelves(folder);
        Files.createDirectories(drafts, BlobShelves.OURS);
        this.waiting = new WaitingBlobs(folder.resolve("waiting"));
        this.halfWritten = BlobShelves.children(drafts);
    }

    /** Removes what a crash left half written before the folder was opened. */
    void removeHalfWritten() throws IOException {
        for (Path draft : halfWritten) Files.deleteIfExists(draft);
    }

    @Override
    public BlobDraft draft() throws IOException {
        EventLoop.refuse();
        try {
            return new FileDraft(drafts, this);
        } catch (IOException e) {
            throw missed(e);
        }
    }

    /** Takes note that a disk without room did not take a draft; returns the reason. */
    IOException missed(IOException reason) {
        if (!reserve.isEnough()) reserve.missed();
        return reason;
    }

    /** On a full disk the reserve is given up for a small one, which answers and acts are made of. */
    @Override
    public Digest keep(byte[] bytes) throws IOException {
        try {
            return Blobs.super.keep(bytes);
        } catch (IOException full) {
            if (reserve.isEnough() || !reserve.free()) throw full;
            return Blobs.super.keep(bytes);
        }
    }

    @Override
    public InputStream open(Digest address) throws IOException {
        EventLoop.refuse();
        try {
            return Files.newInputStream(waiting.place(address));
        } catch (NoSuchFileException settled) {
            if (!Files.exists(shelves.place(address))) takeBack(address);
            return Files.newInputStream(shelves.place(address));
        }
    }

    @Override
    public long length(Digest address) throws IOException {
        EventLoop.refuse();
        long length = size(waiting.place(address));
        return length >= 0 ? length : size(shelves.place(address));
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return -1;
        }
    }

    @Override
    public boolean claim(Digest address) throws IOException {
        suspects.clear(address);
        return length(address) >= 0 || takeBack(address);
    }

    @Override
    public boolean delete(Digest address) throws IOException {
        EventLoop.refuse();
        synchronized (moving) {
            boolean waited = waiting.remove(address);
            return shelves.remove(address) || waited;
        }
    }

    /** Puts a blob aside that no event needs; it comes back when somebody asks for it. */
    void setAside(Digest address, long hour) throws IOException {
        synchronized (moving) {
            if (Files.exists(waiting.place(address))) settle(address);
            quarantine.put(shelves.place(address), address, hour);
            shelves.gone(address);
        }
    }

    /** Whether it is in its place now; another who asked for it at the same time may have been sooner. */
    private boolean takeBack(Digest address) throws IOException {
        synchronized (moving) {
            if (length(address) >= 0) return true;
            Optional<Path> aside = quarantine.find(address);
            if (aside.isPresent()) shelves.take(aside.get(), address);
            return aside.isPresent();
        }
    }

    /** Where blobs wait that no event needs. */
    BlobQuarantine quarantine() {
        return quarantine;
    }

    @Override
    public long room() throws IOException {
        EventLoop.refuse();
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Which blobs may soon be removed, if nobody needs them. */
    Suspects<Digest> suspects() {
        return suspects;
    }

    /** The addresses of all blobs at this moment. */
    Set<Digest> addresses() throws IOException {
        EventLoop.refuse();
        Set<Digest> addresses = new HashSet<>(waiting.shuffled());
        addresses.addAll(shelves.addresses());
        return addresses;
    }

    /**
     * Whether so many bytes are here already, as durable as a draft that was shelved; like that, they are not removed
     * for another round.
     */
    boolean isKept(Digest address, long length) throws IOException {
        suspects.clear(address);
        if (length(address) != length) return false;
        if (Files.exists(waiting.place(address))) waiting.keepNames();
        return true;
    }

    /** Lets a finished draft wait for the next mark; from here on it stays after a crash of the machine. */
    void shelve(Path draft, Digest address) throws IOException {
        suspects.clear(address);
        waiting.take(draft, address);
    }

    /**
     * Gives everything that waits, and the folders, the time of this moment. A crash leaves a blob where it waited, or
     * in both places. What the disk does not take waits on.
     *
     * @return what settled, in that order
     * @throws IOException if something waits on
     */
    List<Digest> settle() throws IOException {
        EventLoop.refuse();
        List<Digest> order = waiting.shuffled();
        IOException failure = null;
        for (Digest address : order) {
            try {
                synchronized (moving) {
                    if (Files.exists(waiting.place(address))) settle(address);
                }
            } catch (IOException full) {
                failure = full;
            }
        }
        waiting.forgetTimes();
        Files.setLastModifiedTime(drafts, BlobShelves.ONE_TIME_FOR_ALL);
        if (failure != null) throw failure;
        return order;
    }

    /** By a copy: a file that is renamed keeps the moment when it was made. */
    private void settle(Digest address) throws IOException {
        Path copy = drafts.resolve(address.hex());
        try {
            Files.copy(waiting.place(address), copy, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            Files.setLastModifiedTime(copy, BlobShelves.ONE_TIME_FOR_ALL);
            BlobShelves.sync(copy);
            shelves.take(copy, address);
        } finally {
            Files.deleteIfExists(copy);
        }
        waiting.remove(address);
    }
}
