package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;

/** The private half of a {@link Recipient}: opens what was sealed to it, until it is closed. */
public final class OpeningKey implements AutoCloseable {
    private final SymmetricKey seed;
    private final Recipient recipient;

    private OpeningKey(SymmetricKey seed) {
        this.seed = seed;
        var bytes = seed.bytes();
        try {
            recipient = Recipient.of(Hpke.publicKey(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** A fresh key. */
    public static OpeningKey random() {
        return new OpeningKey(SymmetricKey.random());
    }

    /** The key whose X-Wing seed is exactly these 32 bytes, which the caller wipes. */
    public static OpeningKey of(byte[] seed) {
        return new OpeningKey(SymmetricKey.of(seed));
    }

    public Recipient recipient() {
        return recipient;
    }

    /** A copy of the seed that the caller wipes. */
    public byte[] seed() {
        return seed.bytes();
    }

    @Override
    public void close() {
        seed.close();
    }
}
