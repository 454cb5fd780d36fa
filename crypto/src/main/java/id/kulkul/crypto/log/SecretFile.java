package id.kulkul.crypto.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A small file that only its owner can read from the first moment on, that is on disk when written, and never replaced.
 */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Writes it with mode 0400.
     *
     * @throws java.nio.file.FileAlreadyExistsException where one is there
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes it with mode 0400.
     *
     * @throws java.nio.file.FileAlreadyExistsException where one is there
     */
    public static void write(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(file, options, mode(file, "r--------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) out.write(bytes);
            out.force(true);
        }
    }

    /** Makes a directory, with all above it, that only its owner can enter. */
    public static void directory(Path directory) throws IOException {
        Files.createDirectories(directory, mode(directory, "rwx------"));
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
