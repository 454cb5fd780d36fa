package id.kulkul.crypto.receipt;

import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import java.util.Arrays;

/** What a reporter is to the system: a key to be looked up by, one to be written to, and one to sign with. */
public final class ReceiptKeys implements AutoCloseable {
    private static final int SIZE = 32;
    private final byte[] lookup;
    private final OpeningKey opening;
    private final SigningKey signing;

    private ReceiptKeys(byte[] lookup, OpeningKey opening, SigningKey signing) {
        this.lookup = lookup;
        this.opening = opening;
        this.signing = signing;
    }

    static ReceiptKeys of(byte[] secret) {
        var xwing = derive(secret, "xwing");
        var sign = derive(secret, "sign");
        try {
            return new ReceiptKeys(derive(secret, "lookup"), OpeningKey.of(xwing), SigningKey.of(sign));
        } finally {
            Arrays.fill(xwing, (byte) 0);
            Arrays.fill(sign, (byte) 0);
        }
    }

    private static byte[] derive(byte[] secret, String use) {
        return Hkdf.sha256(secret, Receipt.SALT, Receipt.SALT + "/" + use, SIZE);
    }

    /** The 32 bytes by which the server finds the case: the only part that ever leaves the reporter's side. */
    public byte[] lookup() {
        return lookup.clone();
    }

    /** Opens what is written to the reporter. */
    public OpeningKey opening() {
        return opening;
    }

    /** Signs what the reporter submits. */
    public SigningKey signing() {
        return signing;
    }

    @Override
    public void close() {
        Arrays.fill(lookup, (byte) 0);
        opening.close();
        signing.close();
    }
}
