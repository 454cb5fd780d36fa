package id.kulkul.web.store;

import id.kulkul.crypto.seal.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ciphertexts that no event needs: as they were, in one folder for each hour in which some were put aside. */
final class BlobQuarantine {
    private final Path folder;

    /** The folder is made when it is needed. */
    BlobQuarantine(Path folder) {
        this.folder = folder;
    }

    /** Moves a blob here. */
    void put(Path blob, Digest address, long hour) throws IOException {
        Path shelf = folder.resolve(Long.toString(hour));
        Files.createDirectories(
                shelf, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.move(blob, shelf.resolve(address.hex()), StandardCopyOption.ATOMIC_MOVE);
        FileBlobs.sync(shelf);
        FileBlobs.sync(folder);
    }

    /** Moves a blob back to its place, if it is here. */
    boolean takeBack(Digest address, Path place) throws IOException {
        Optional<Path> here = shelves().stream()
                .map(shelf -> shelf.resolve(address.hex()))
                .filter(Files::exists)
                .findFirst();
        if (here.isEmpty()) return false;
        Files.move(here.get(), place, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** The addresses of all blobs here. */
    Set<Digest> addresses() throws IOException {
        Set<Digest> addresses = new HashSet<>();
        for (Path shelf : shelves())
            for (Path blob : files(shelf)) addresses.add(Digest.parse(String.valueOf(blob.getFileName())));
        return addresses;
    }

    /** Removes for good what has waited since before an hour. */
    void remove(long beforeHour) throws IOException {
        for (Path shelf : shelves()) {
            if (Long.parseLong(String.valueOf(shelf.getFileName())) >= beforeHour) continue;
            for (Path blob : files(shelf)) Files.delete(blob);
            Files.delete(shelf);
        }
    }

    private List<Path> shelves() throws IOException {
        return Files.isDirectory(folder)
                ? files(folder).stream()
                        .filter(shelf -> String.valueOf(shelf.getFileName()).matches("[0-9]{1,12}"))
                        .toList()
                : List.of();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
