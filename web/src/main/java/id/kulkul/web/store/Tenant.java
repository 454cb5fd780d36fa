package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.web.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The organisation that a home belongs to; its id is in every event and every sealed item, so it never changes.
 *
 * @param id 16 random bytes
 */
public record Tenant(UUID id) {
    /**
     * The organisation of the keys, which the home keeps from its first start on.
     *
     * @throws StartRefused when the home belongs to another one
     */
    public static Tenant keep(Homes homes, UUID id) throws IOException {
        Path file = file(homes);
        if (!Files.exists(file)) {
            Files.writeString(file, Hex16.of(id) + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
            BlobShelves.sync(homes.data());
        }
        if (!kept(file).equals(id)) {
            throw new StartRefused(
                    "The keys in " + homes.keyFolder() + " belong to another organisation than this home.");
        }
        return new Tenant(id);
    }

    /**
     * Stands in for the organisation of a home that has no keys yet; nothing is stored under it.
     *
     * @throws StartRefused when the home had keys before
     */
    public static Tenant without(Homes homes, UUID id) throws IOException {
        if (Files.exists(file(homes))) {
            throw new StartRefused("The keys of this home are not in " + homes.keyFolder()
                    + ": give their folder with --kulkul.keys.");
        }
        return new Tenant(id);
    }

    private static UUID kept(Path file) throws IOException {
        try {
            return Hex16.parse(Files.readString(file).strip());
        } catch (IllegalArgumentException spoilt) {
            throw new StartRefused("The file " + file + " is damaged: put back a copy of it that is whole.", spoilt);
        }
    }

    /** Whether a home belongs to an organisation already. */
    public static boolean isKept(Homes homes) throws IOException {
        return Files.exists(file(homes));
    }

    private static Path file(Homes homes) throws IOException {
        return homes.data().resolve("tenant");
    }
}
