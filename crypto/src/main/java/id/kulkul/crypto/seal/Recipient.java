package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Hex16;
import java.util.Arrays;
import java.util.UUID;

/** A public key that something can be sealed to; one that is none never becomes a recipient. */
public final class Recipient {
    public static final int SIZE = 1216;
    private final byte[] key;
    private final UUID keyId;

    private Recipient(byte[] key) {
        this.key = key;
        this.keyId = KeyIds.of(key);
    }

    /** Checks and copies exactly 1,216 bytes; wrong length, coefficients or points are a {@link BadKey}. */
    public static Recipient of(byte[] key) {
        Hpke.check(key);
        return new Recipient(key.clone());
    }

    /** The first 16 bytes of a labelled hash of the key. */
    public UUID keyId() {
        return keyId;
    }

    /** The 1,216 bytes of the key. */
    public byte[] bytes() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient recipient && Arrays.equals(key, recipient.key);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    @Override
    public String toString() {
        return "Recipient " + Hex16.of(keyId);
    }
}
