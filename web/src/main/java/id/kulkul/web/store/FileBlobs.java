package id.kulkul.web.store;

import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.vault.BlobDraft;
import id.kulkul.crypto.vault.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;

/** Sealed contents as files named by the SHA-256 of their bytes, in 256 folders; their times are all the same and tell nothing. */
final class FileBlobs implements Blobs {
    private final Path folder;
    private final Path drafts;
    private final Reserve reserve;
    private final BlobQuarantine quarantine;
    private final Suspects<Digest> suspects = new Suspects<>();

    FileBlobs(Path folder) throws IOException {
        this(folder, Reserve.NONE);
    }

    /** Opens the folder and removes what a crash left half written. */
    FileBlobs(Path folder, Reserve reserve) throws IOException {
        this.folder = folder;
        this.reserve = reserve;
        this.drafts = folder.resolve("drafts");
        this.quarantine = new BlobQuarantine(folder.resolveSibling("quarantine"));
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(drafts, ours);
        try (var left = Files.list(drafts)) {
            for (var file : left.toList()) Files.delete(file);
        }
    }

    @Override
    public BlobDraft draft() throws IOException {
        EventLoop.refuse();
        return new FileDraft(drafts, this);
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
        Path place = place(address);
        if (!Files.exists(place)) takeBack(address);
        return Files.newInputStream(place);
    }

    @Override
    public long length(Digest address) throws IOException {
        EventLoop.refuse();
        try {
            return Files.size(place(address));
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
        boolean there = Files.deleteIfExists(place(address));
        if (there) sync(shelf(address));
        return there;
    }

    /** Puts a blob aside that no event needs; it comes back when somebody asks for it. */
    void setAside(Digest address, long hour) throws IOException {
        quarantine.put(place(address), address, hour);
        sync(shelf(address));
    }

    private boolean takeBack(Digest address) throws IOException {
        if (!quarantine.takeBack(address, place(address))) return false;
        sync(shelf(address));
        return true;
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
        try (var files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getParent() != null && !drafts.equals(file.getParent()))
                    .filter(Files::isRegularFile)
                    .map(file -> Digest.parse(String.valueOf(file.getFileName())))
                    .collect(Collectors.toSet());
        }
    }

    private Path place(Digest address) throws IOException {
        return shelf(address).resolve(address.hex());
    }

    private Path shelf(Digest address) throws IOException {
        Path shelf = folder.resolve(address.hex().substring(0, 2));
        if (!Files.isDirectory(shelf)) {
            Files.createDirectories(
                    shelf, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            sync(folder);
        }
        return shelf;
    }

    /** Puts a finished draft in its place, where it stays after a crash of the machine. */
    void shelve(Path draft, Digest address) throws IOException {
        suspects.clear(address);
        Files.move(draft, place(address), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(shelf(address));
    }

    /** Makes the names in a folder durable (fsync of the folder itself, as POSIX asks for after a rename). */
    static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
