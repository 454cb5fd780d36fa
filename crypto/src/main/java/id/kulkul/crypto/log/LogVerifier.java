package id.kulkul.crypto.log;

/** The two public keys of one log, which must both have signed whatever is believed of it. */
public final class LogVerifier {

    private final VerifierKey ed25519;
    private final VerifierKey mldsa44;
    private final HybridPublicKey publicKey;

    /** Two keys under one name, the log's origin. */
    public LogVerifier(VerifierKey ed25519, VerifierKey mldsa44) {
        if (!ed25519.name().equals(mldsa44.name())
                || ed25519.type() != VerifierKey.Type.NOTE_ED25519
                || mldsa44.type() != VerifierKey.Type.COSIGNATURE_ML_DSA_44) {
            throw new IllegalArgumentException("a log has an Ed25519 and an ML-DSA-44 key under one name");
        }
        this.ed25519 = ed25519;
        this.mldsa44 = mldsa44;
        this.publicKey = new HybridPublicKey(ed25519.key(), mldsa44.key());
    }

    static LogVerifier of(String origin, HybridPublicKey key) {
        return new LogVerifier(
                new VerifierKey(origin, VerifierKey.Type.NOTE_ED25519, key.ed25519()),
                new VerifierKey(origin, VerifierKey.Type.COSIGNATURE_ML_DSA_44, key.mldsa44()));
    }

    /** The same keys under another name. */
    LogVerifier under(String name) {
        return name.equals(origin()) ? this : of(name, publicKey);
    }

    /** The name of both keys. */
    public String origin() {
        return ed25519.name();
    }

    /** The key of the first line. */
    public VerifierKey ed25519() {
        return ed25519;
    }

    /** The key of the second line. */
    public VerifierKey mldsa44() {
        return mldsa44;
    }

    HybridPublicKey publicKey() {
        return publicKey;
    }
}
