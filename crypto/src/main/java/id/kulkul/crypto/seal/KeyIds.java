package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Names public keys by hash. */
final class KeyIds {
    private static final byte[] LABEL = "kulkul/v1/keyid".getBytes(StandardCharsets.US_ASCII);

    private KeyIds() {}

    static UUID of(byte[] publicKey) {
        return Hex16.uuid(Arrays.copyOf(Digest.sha256(LABEL, publicKey).bytes(), Hex16.SIZE));
    }
}
