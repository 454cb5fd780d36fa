package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Ciphertexts until the next mark, in one folder: their files tell the moment when they came, but for no longer than
 * that.
 */
final class WaitingBlobs {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Path folder;

    /** The folder, made if it is missing. */
    WaitingBlobs(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder, BlobShelves.OURS);
    }

    Path place(Digest address) {
        return folder.resolve(address.hex());
    }

    /** Takes a finished draft, which stays here after a crash of the machine. */
    void take(Path draft, Digest address) throws IOException {
        Files.move(draft, place(address), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        keepNames();
    }

    /** Whoever was seen here stays here, though who brought it may still be waiting for the disk. */
    void keepNames() throws IOException {
        BlobShelves.sync(folder);
    }

    /** All that wait, in an order of chance: not the one in which they came, and not that of their names. */
    List<Digest> shuffled() throws IOException {
        List<Digest> addresses = new ArrayList<>();
        for (Path file : BlobShelves.children(folder)) addresses.add(BlobShelves.address(file));
        Collections.shuffle(addresses, CHANCE);
        return addresses;
    }

    /** No longer waits; false if it did not. */
    boolean remove(Digest address) throws IOException {
        return Files.deleteIfExists(place(address));
    }

    /** Lets the folder, too, tell nothing but this moment. */
    void forgetTimes() throws IOException {
        Files.setLastModifiedTime(folder, BlobShelves.ONE_TIME_FOR_ALL);
    }
}
