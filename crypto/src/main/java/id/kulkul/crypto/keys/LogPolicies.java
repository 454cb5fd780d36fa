package id.kulkul.crypto.keys;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.SecretFile;
import id.kulkul.crypto.log.TrustPolicy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The policy that the next list of recipients names, and, under its hash, every policy that an earlier one named. */
record LogPolicies(Path folder) {
    private static final String KEPT = "policies";

    /** The file that whoever administers the logs may replace before the next list. */
    String current() throws IOException {
        try {
            return Files.readString(folder.resolve("policy.txt"));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("policy.txt is not UTF-8.", e);
        }
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

    /**
     * Keeps the current one for good, and returns its hash; a list that names what is no policy would be worth nothing.
     */
    Digest keep() throws IOException {
        String text = current();
        requirePolicy(text);
        Digest digest = digest(text);
        SecretFile.directory(folder.resolve(KEPT));
        Path kept = folder.resolve(KEPT).resolve(digest.hex() + ".txt");
        if (!Files.exists(kept)) SecretFile.write(kept, text);
        return digest;
    }

    /** The current one names the keys of that log under a later origin from now on. */
    void restored(LogOrigin origin) throws IOException {
        String text = current();
        requirePolicy(text);
        try {
            String next = TrustPolicy.parse(text).restored(origin);
            Path beside = folder.resolve("policy.txt.new");
            Files.deleteIfExists(beside);
            SecretFile.write(beside, next);
            Files.move(beside, folder.resolve("policy.txt"), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (InvalidEvidence e) {
            throw new IllegalArgumentException("policy.txt does not know this log, or names a later origin of it.", e);
        }
    }

    private static void requirePolicy(String text) {
        try {
            TrustPolicy.parse(text);
        } catch (InvalidEvidence e) {
            throw new IllegalArgumentException(
                    "policy.txt is no policy file (" + e.reason() + "): were its line ends converted?", e);
        }
    }

    private static Digest digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
