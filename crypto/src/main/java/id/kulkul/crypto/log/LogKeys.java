package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** The signing keys of one log: they sign its checkpoints and its promises, each with both algorithms. */
public final class LogKeys {

    private final LogOrigin origin;
    private final HybridKey key;
    private final LogVerifier verifier;

    /** Keys that sign under that origin. */
    public LogKeys(LogOrigin origin, HybridKey key) {
        this.origin = origin;
        this.key = key;
        this.verifier = LogVerifier.of(origin.text(), key.publicKey());
    }

    /** New keys. */
    public static LogKeys generate(LogOrigin origin, SecureRandom random) {
        return new LogKeys(origin, HybridKey.generate(random));
    }

    /**
     * The keys of {@code wbs.key}, {@code bids.key} or {@code open.key} in a directory.
     *
     * @throws IOException where the file cannot be read
     * @throws IllegalArgumentException where it is no key file
     */
    public static LogKeys load(Path directory, LogOrigin origin) throws IOException {
        Path file = file(directory, origin);
        try {
            return new LogKeys(origin, HybridKey.ofFile(Files.readString(file)));
        } catch (IllegalArgumentException spoilt) {
            throw new IllegalArgumentException("This is no signing key: " + file.getFileName() + ".", spoilt);
        }
    }

    /** Writes the file that {@link #load} reads, for its owner's eyes only; an existing one is never replaced. */
    public void write(Path directory) throws IOException {
        SecretFile.write(file(directory, origin), key.fileText());
    }

    private static Path file(Path directory, LogOrigin origin) {
        return directory.resolve(origin.log().text() + ".key");
    }

    /** Whose keys these are. */
    public LogOrigin origin() {
        return origin;
    }

    /** The same keys, which sign under another generation of their log's origin. */
    public LogKeys in(LogOrigin generation) {
        if (!generation.isOfLog(origin)) throw new IllegalArgumentException("these keys belong to another log");
        return generation.equals(origin) ? this : new LogKeys(generation, key);
    }

    /** What others verify with. */
    public LogVerifier verifier() {
        return verifier;
    }

    /** The two lines {@code log <vkey>} of a policy file. */
    public String policyLines() {
        return "log " + verifier.ed25519().text() + "\nlog "
                + verifier.mldsa44().text() + "\n";
    }

    /** The classical half alone, which also signs the system notices of a mailbox. */
    public SigningKey ed25519() {
        return key.ed25519();
    }

    /**
     * The signed checkpoint of that size and root at a mark; the same call gives the same characters.
     *
     * @param mark a whole second after 1970-01-01T00:00:00Z
     */
    public SignedCheckpoint sign(long size, Digest root, Instant mark) {
        return sign(size, root, mark, ListsInForce.NONE);
    }

    /** The same, of the open log where lists were published: it names those in force among its leaves. */
    public SignedCheckpoint sign(long size, Digest root, Instant mark, ListsInForce lists) {
        return sign(naming(new Checkpoint(origin.text(), size, root, lists, "")), mark);
    }

    private Checkpoint naming(Checkpoint plain) {
        if (plain.lists().isEmpty()) return plain;
        if (origin.log() != LogName.OPEN) throw new IllegalArgumentException("only the open log holds lists");
        return plain.signed(key.signMlDsa44(plain.listsMessage()));
    }

    private SignedCheckpoint sign(Checkpoint checkpoint, Instant mark) {
        long seconds = mark.getEpochSecond();
        if (seconds <= 0 || mark.getNano() != 0) throw new IllegalArgumentException("a mark is a whole second");
        byte[] classical = key.signEd25519(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        byte[] postQuantum = key.signMlDsa44(checkpoint.mlDsaMessage(origin.text(), seconds));
        ByteBuffer timed = ByteBuffer.allocate(8 + postQuantum.length);
        timed.putLong(seconds).put(postQuantum);
        return SignedCheckpoint.of(
                checkpoint,
                List.of(
                        new Note.Line(origin.text(), verifier.ed25519().id(), classical),
                        new Note.Line(origin.text(), verifier.mldsa44().id(), timed.array())));
    }

    /** The promise that a leaf will be under a checkpoint before the end of that hour (since 1970). */
    public Promise promise(Digest leafHash, long hourDue) {
        byte[] message = Promise.message(leafHash, hourDue);
        return new Promise(leafHash, hourDue, key.signEd25519(message), key.signMlDsa44(message));
    }
}
