package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.log.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The two secrets of a server's vault, in files apart from its data: the key-encryption key and the pepper of the
 * receipt index.
 */
public record VaultKeys(Kek kek, SymmetricKey pepper) {
    private static final String KEK = "kek-1";
    private static final String PEPPER = "pepper";

    /** Reads {@code kek-1} and {@code pepper} of a folder, each 64 hex digits and a line feed. */
    public static VaultKeys load(Path folder) throws IOException {
        return new VaultKeys(new Kek(1, read(folder.resolve(KEK))), read(folder.resolve(PEPPER)));
    }

    /** Makes both, for their owner's eyes only; existing ones are never replaced. */
    public static VaultKeys create(Path folder) throws IOException {
        SecretFile.directory(folder);
        write(folder.resolve(KEK));
        write(folder.resolve(PEPPER));
        return load(folder);
    }

    /** Whether the folder holds both. */
    public static boolean exist(Path folder) {
        return Files.isRegularFile(folder.resolve(KEK)) && Files.isRegularFile(folder.resolve(PEPPER));
    }

    private static SymmetricKey read(Path file) throws IOException {
        byte[] secret = new byte[0];
        try {
            secret = HexFormat.of().parseHex(Files.readString(file).strip());
            return SymmetricKey.of(secret);
        } catch (IllegalArgumentException spoilt) {
            throw new IllegalArgumentException("This is no key: " + file.getFileName(), spoilt);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static void write(Path file) throws IOException {
        try (SymmetricKey key = SymmetricKey.random()) {
            SecretFile.write(file, HexFormat.of().formatHex(key.bytes()) + "\n");
        }
    }
}
