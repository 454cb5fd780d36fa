package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;

/** What a passphrase opens: the server's door by one key, the owner's bundle by another that the server never sees. */
public final class PassphraseKeys implements AutoCloseable {
    static final String SALT = "kulkul/v1/staff";
    private final SymmetricKey auth;
    private final SymmetricKey wrap;

    private PassphraseKeys(SymmetricKey auth, SymmetricKey wrap) {
        this.auth = auth;
        this.wrap = wrap;
    }

    static PassphraseKeys of(byte[] stretched) {
        try {
            return new PassphraseKeys(derive(stretched, "auth"), derive(stretched, "wrap"));
        } finally {
            Arrays.fill(stretched, (byte) 0);
        }
    }

    static SymmetricKey derive(byte[] secret, String use) {
        var key = Hkdf.sha256(secret, SALT, use, SymmetricKey.SIZE);
        try {
            return SymmetricKey.of(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What is sent to sign in. */
    public SymmetricKey auth() {
        return auth;
    }

    /** What wraps the bundle key; it stays with its owner. */
    public SymmetricKey wrap() {
        return wrap;
    }

    /** What the server keeps to recognise the 32 bytes of {@link #auth}; compare with {@link Digest#equals}. */
    public static Digest verifier(byte[] auth) {
        return Digest.labelled("kulkul/v1/authv", auth);
    }

    @Override
    public void close() {
        auth.close();
        wrap.close();
    }
}
