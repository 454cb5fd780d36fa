package id.kulkul.web.store;

import id.kulkul.crypto.seal.Hex16;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The organisation that this home belongs to; its id is in every event and every sealed item, so it never changes.
 *
 * @param id 16 random bytes
 */
public record Tenant(UUID id) {
    /**
     * The id in the file {@code tenant} of the data folder, drawn at the first start.
     *
     * @throws IOException when the file cannot be read or made
     */
    static Tenant of(Homes homes) throws IOException {
        Path file = homes.data().resolve("tenant");
        if (!Files.exists(file)) {
            Files.writeString(
                    file, Hex16.of(UUID.randomUUID()) + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
            FileBlobs.sync(homes.data());
        }
        return new Tenant(Hex16.parse(Files.readString(file).strip()));
    }
}
