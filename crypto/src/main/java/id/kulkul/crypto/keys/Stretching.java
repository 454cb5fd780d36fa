package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** How a passphrase becomes a key: Argon2id (RFC 9106) with parameters that cannot be talked down. */
public final class Stretching {
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int LEAST_KIB = 19 * 1024;
    private static final int MOST_KIB = 1024 * 1024;
    private static final int LEAST_PASSES = 2;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 4;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9])\\$([A-Za-z0-9+/]{22})");
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private final int kib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;

    private Stretching(int kib, int passes, int lanes, byte[] salt) {
        if (kib < LEAST_KIB || kib > MOST_KIB || passes < LEAST_PASSES || passes > MOST_PASSES) throw refused();
        if (lanes < 1 || lanes > MOST_LANES || salt.length != SALT) throw refused();
        this.kib = kib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
    }

    /** What new passphrases get: 64 MiB, 3 passes, 1 lane, a fresh salt. */
    public static Stretching random() {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return of(salt);
    }

    /** The same with a given salt of 16 bytes. */
    public static Stretching of(byte[] salt) {
        return new Stretching(64 * 1024, 3, 1, salt.clone());
    }

    /** What is answered for a name that nobody has: always the same, and like any other. */
    public static Stretching ofNobody(SymmetricKey pepper, String name) {
        var key = pepper.bytes();
        var info = ("nobody\0" + name).getBytes(StandardCharsets.UTF_8);
        try {
            return of(Hkdf.sha256(key, PassphraseKeys.SALT, info, SALT));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Reads a PHC string that would be written the same; parameters below 19 MiB or 2 passes are an
     * {@link IllegalArgumentException}.
     */
    public static Stretching parse(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) throw refused();
        var read = new Stretching(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)));
        if (!read.phc().equals(phc)) throw refused();
        return read;
    }

    public int memoryKiB() {
        return kib;
    }

    public int iterations() {
        return passes;
    }

    public int parallelism() {
        return lanes;
    }

    /** 16 bytes. */
    public byte[] salt() {
        return salt.clone();
    }

    /** As a PHC string. */
    public String phc() {
        var text = Base64.getEncoder().withoutPadding().encodeToString(salt);
        return "$argon2id$v=19$m=" + kib + ",t=" + passes + ",p=" + lanes + "$" + text;
    }

    /** 32 bytes; at most two threads compute at once, the others wait. */
    byte[] stretch(byte[] passphrase) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var key = new byte[KEY];
        AT_ONCE.acquireUninterruptibly();
        try {
            generator.generateBytes(passphrase, key);
        } finally {
            AT_ONCE.release();
            Arrays.fill(passphrase, (byte) 0);
        }
        return key;
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("These stretching parameters are refused.");
    }
}
