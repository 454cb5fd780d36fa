package id.kulkul.crypto.keys;

import id.kulkul.crypto.log.SecretFile;
import id.kulkul.crypto.seal.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The policy that the next list of recipients names, and, under its hash, every policy that an earlier one named. */
record PolicyFiles(Path folder) {
    private static final String KEPT = "policies";

    /** The file that whoever administers the logs may replace before the next list. */
    String current() throws IOException {
        return Files.readString(folder.resolve("policy.txt"));
    }

    /** The policy of that hash, or nothing where it is lost. */
    Optional<String> of(Digest digest) throws IOException {
        Path kept = folder.resolve(KEPT).resolve(digest.hex() + ".txt");
        if (Files.exists(kept)) {
            String text = Files.readString(kept);
            if (digest(text).equals(digest)) return Optional.of(text);
        }
        return Optional.of(current()).filter(text -> digest(text).equals(digest));
    }

    /** Keeps the current one for good, and returns its hash. */
    Digest keep() throws IOException {
        String text = current();
        Digest digest = digest(text);
        SecretFile.directory(folder.resolve(KEPT));
        Path kept = folder.resolve(KEPT).resolve(digest.hex() + ".txt");
        if (!Files.exists(kept)) SecretFile.write(kept, text);
        return digest;
    }

    private static Digest digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
