package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Hex16;
import java.util.Arrays;
import java.util.UUID;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A public key that tells a person's signature from anybody else's; one of low order never becomes a key. */
public final class VerifyingKey {
    public static final int SIZE = 32;
    public static final int SIGNATURE = 64;
    private final byte[] key;
    private final UUID keyId;

    private VerifyingKey(byte[] key) {
        this.key = key;
        this.keyId = KeyIds.of(key);
    }

    /** Checks and copies exactly 32 bytes; anything that is no point of full order is a {@link BadKey}. */
    public static VerifyingKey of(byte[] key) {
        if (key.length != SIZE || !Ed25519.validatePublicKeyFull(key, 0)) throw new BadKey();
        return new VerifyingKey(key.clone());
    }

    /** True if the 64 bytes are this person's signature over exactly this message. */
    public boolean verify(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }

    /** The first 16 bytes of a labelled hash of the key. */
    public UUID keyId() {
        return keyId;
    }

    /** The 32 bytes of the key. */
    public byte[] bytes() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    @Override
    public String toString() {
        return "VerifyingKey " + Hex16.of(keyId);
    }
}
