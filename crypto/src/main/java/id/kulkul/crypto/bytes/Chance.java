package id.kulkul.crypto.bytes;

import java.security.SecureRandom;

/** The one source of chance of this module: the platform's generator. */
public final class Chance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chance() {}

    /** Fresh bytes that nobody can foretell, {@code length} of them. */
    public static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
