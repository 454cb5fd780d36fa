package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The private half of a {@link VerifyingKey}: signs (Ed25519, RFC 8032) until it is closed. */
public final class SigningKey implements AutoCloseable {
    private final SymmetricKey seed;
    private final VerifyingKey verifying;

    private SigningKey(SymmetricKey seed) {
        this.seed = seed;
        var bytes = seed.bytes();
        var publicKey = new byte[VerifyingKey.SIZE];
        Ed25519.generatePublicKey(bytes, 0, publicKey, 0);
        Arrays.fill(bytes, (byte) 0);
        verifying = VerifyingKey.of(publicKey);
    }

    /** A fresh key. */
    public static SigningKey random() {
        return new SigningKey(SymmetricKey.random());
    }

    /** The key whose seed is exactly these 32 bytes, which the caller wipes. */
    public static SigningKey of(byte[] seed) {
        return new SigningKey(SymmetricKey.of(seed));
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    /** A copy of the seed that the caller wipes. */
    public byte[] seed() {
        return seed.bytes();
    }

    /** 64 bytes over the whole message, which begins with a label of its own. */
    public byte[] sign(byte[] message) {
        var secret = seed.bytes();
        var signature = new byte[VerifyingKey.SIGNATURE];
        try {
            Ed25519.sign(secret, 0, verifying.bytes(), 0, message, 0, message.length, signature, 0);
            return signature;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void close() {
        seed.close();
    }
}
