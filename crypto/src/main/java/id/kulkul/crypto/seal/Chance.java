package id.kulkul.crypto.seal;

import java.security.SecureRandom;

/** The one source of chance of this module: the platform's generator. */
final class Chance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chance() {}

    static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
