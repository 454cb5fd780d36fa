package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The 256 folders in which ciphertexts lie for good; files and folders have one modification time for all. */
final class BlobShelves {
    static final FileTime ONE_TIME_FOR_ALL = FileTime.fromMillis(0);
    static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Pattern SHELF = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;

    BlobShelves(Path folder) {
        this.folder = folder;
    }

    /** Where a ciphertext lies, or would. */
    Path place(Digest address) {
        return shelf(address).resolve(address.hex());
    }

    /** Moves a file into its place, where it stays after a crash of the machine. */
    void take(Path file, Digest address) throws IOException {
        Path shelf = shelf(address);
        if (!Files.isDirectory(shelf)) {
            Files.createDirectories(shelf, OURS);
            keepNames(folder);
        }
        Files.move(file, shelf.resolve(address.hex()), StandardCopyOption.ATOMIC_MOVE);
        keepNames(shelf);
    }

    boolean remove(Digest address) throws IOException {
        boolean there = Files.deleteIfExists(place(address));
        if (there) keepNames(shelf(address));
        return there;
    }

    /** After a file was taken away. */
    void gone(Digest address) throws IOException {
        keepNames(shelf(address));
    }

    /** The addresses of all that lie here. */
    Set<Digest> addresses() throws IOException {
        Set<Digest> addresses = new HashSet<>();
        for (Path shelf : children(folder))
            if (SHELF.matcher(String.valueOf(shelf.getFileName())).matches())
                for (Path file : children(shelf)) addresses.add(address(file));
        return addresses;
    }

    private Path shelf(Digest address) {
        return folder.resolve(address.hex().substring(0, 2));
    }

    static Digest address(Path file) {
        return Digest.parse(String.valueOf(file.getFileName()));
    }

    static List<Path> children(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Makes the names in a folder durable, and lets it not tell when the last one came. */
    private static void keepNames(Path directory) throws IOException {
        Files.setLastModifiedTime(directory, ONE_TIME_FOR_ALL);
        sync(directory);
    }

    /**
     * Makes a file, or the names in a folder, durable (fsync of the folder itself, as POSIX asks for after a rename).
     */
    static void sync(Path place) throws IOException {
        try (var channel = FileChannel.open(place, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
