package id.kulkul.crypto.log;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.BadKey;
import id.kulkul.crypto.seal.VerifyingKey;
import java.util.Arrays;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** The public halves of a {@link HybridKey}; bytes that are no key verify nothing. */
public final class HybridPublicKey {

    private final byte[] ed25519;
    private final byte[] mldsa44;

    /** The raw keys of 32 and 1,312 bytes. */
    public HybridPublicKey(byte[] ed25519, byte[] mldsa44) {
        if (ed25519.length != 32 || mldsa44.length != 1312) {
            throw new IllegalArgumentException("a public key has 32 and 1,312 bytes");
        }
        this.ed25519 = ed25519.clone();
        this.mldsa44 = mldsa44.clone();
    }

    /** 32 bytes. */
    public byte[] ed25519() {
        return ed25519.clone();
    }

    /** 1,312 bytes. */
    public byte[] mldsa44() {
        return mldsa44.clone();
    }

    /** What is printed and compared where this is an organisation's root: SHA-256 over a label and both keys. */
    public Digest rootFingerprint() {
        return Digest.labelled("kulkul/v1/root", ed25519, mldsa44);
    }

    /** Whether it is this Ed25519 key's signature over the message. */
    public boolean verifyEd25519(byte[] message, byte[] signature) {
        return verifyEd25519(ed25519, message, signature);
    }

    /** Whether it is this ML-DSA-44 key's signature over the message, with empty context. */
    public boolean verifyMlDsa44(byte[] message, byte[] signature) {
        return verifyMlDsa44(mldsa44, message, signature);
    }

    static boolean verifyEd25519(byte[] key, byte[] message, byte[] signature) {
        try {
            return VerifyingKey.of(key).verify(message, signature);
        } catch (BadKey e) {
            return false;
        }
    }

    static boolean verifyMlDsa44(byte[] key, byte[] message, byte[] signature) {
        try {
            MLDSASigner verifier = new MLDSASigner();
            verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HybridPublicKey that
                && Arrays.equals(ed25519, that.ed25519)
                && Arrays.equals(mldsa44, that.mldsa44);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ed25519);
    }
}
