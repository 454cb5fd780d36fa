package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
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
        BlobShelves.sync(shelf);
        BlobShelves.sync(folder);
    }

    /** Where a blob lies, if it is here. */
    Optional<Path> find(Digest address) throws IOException {
        return shelves().stream()
                .map(shelf -> shelf.resolve(address.hex()))
                .filter(Files::exists)
                .findFirst();
    }

    /** The addresses of all blobs here. */
    Set<Digest> addresses() throws IOException {
        Set<Digest> addresses = new HashSet<>();
        for (Path shelf : shelves())
            for (Path blob : BlobShelves.children(shelf)) addresses.add(BlobShelves.address(blob));
        return addresses;
    }

    /** Removes for good what has waited since before an hour. */
    void remove(long beforeHour) throws IOException {
        for (Path shelf : shelves()) {
            if (Long.parseLong(String.valueOf(shelf.getFileName())) >= beforeHour) continue;
            for (Path blob : BlobShelves.children(shelf)) Files.delete(blob);
            Files.delete(shelf);
        }
    }

    private List<Path> shelves() throws IOException {
        return Files.isDirectory(folder)
                ? BlobShelves.children(folder).stream()
                        .filter(shelf -> String.valueOf(shelf.getFileName()).matches("[0-9]{1,12}"))
                        .toList()
                : List.of();
    }
}
