package id.kulkul.web.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one installation, readable by its own user only.
 *
 * @param home where data live; by default {@code .kulkul} in the user's home, {@code .kulkul-demo} for the
 *     demonstration
 * @param keys where keys live, apart from the data so that no backup takes both; by default {@code keys} in the home
 * @param seen where the last signed state of each log is kept, on a volume that no backup of the data holds; by default
 *     {@code seen} in the home
 * @param demo whether this is the demonstration, which never touches a real installation
 */
public record Homes(
        @Nullable Path home, @Nullable Path keys, @Nullable Path seen, boolean demo) {
    /** Where what was signed lies in the home. */
    public Homes(@Nullable Path home, @Nullable Path keys, boolean demo) {
        this(home, keys, null, demo);
    }

    /** The absolute folder of this installation. */
    public Path root() {
        var folder = home == null ? Path.of(System.getProperty("user.home"), demo ? ".kulkul-demo" : ".kulkul") : home;
        return folder.toAbsolutePath().normalize();
    }

    /**
     * The folder of events, vault and blobs, made with mode 0700 where it is missing.
     *
     * @throws IOException when it cannot be made
     */
    public Path data() throws IOException {
        return closed(root().resolve("data"));
    }

    /**
     * The folder of key files, made with mode 0700 where it is missing; the files in it have mode 0400.
     *
     * @throws IOException when it cannot be made
     */
    public Path keyFolder() throws IOException {
        return closed(
                keys == null ? root().resolve("keys") : keys.toAbsolutePath().normalize());
    }

    /**
     * The folder of what was signed last, made with mode 0700 where it is missing.
     *
     * @throws IOException when it cannot be made
     */
    public Path seenFolder() throws IOException {
        return closed(
                seen == null ? root().resolve("seen") : seen.toAbsolutePath().normalize());
    }

    private static Path closed(Path folder) throws IOException {
        var ours = PosixFilePermissions.fromString("rwx------");
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ours));
        }
        Files.setPosixFilePermissions(folder, ours);
        return folder;
    }
}
