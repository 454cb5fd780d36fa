package id.kulkul.crypto.log;

import id.kulkul.crypto.seal.SigningKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * A classical and a post-quantum signing key that belong together; both sign the same bytes the same way every time.
 */
public final class HybridKey {

    private static final int SEED = 32;
    private static final Pattern FILE =
            Pattern.compile("kulkul signing key 1\ned25519 ([0-9a-f]{64})\nmldsa44 ([0-9a-f]{64})\n");

    private final byte[] mldsa44Seed;
    private final SigningKey ed25519;
    private final MLDSAPrivateKeyParameters mldsa44;

    private HybridKey(byte[] ed25519Seed, byte[] mldsa44Seed) {
        this.mldsa44Seed = mldsa44Seed.clone();
        this.ed25519 = SigningKey.of(ed25519Seed);
        this.mldsa44 = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, mldsa44Seed);
    }

    /** A new pair. */
    public static HybridKey generate(SecureRandom random) {
        byte[] first = new byte[SEED];
        byte[] second = new byte[SEED];
        random.nextBytes(first);
        random.nextBytes(second);
        return new HybridKey(first, second);
    }

    /** The pair of two seeds of 32 bytes. */
    public static HybridKey of(byte[] ed25519Seed, byte[] mldsa44Seed) {
        if (ed25519Seed.length != SEED || mldsa44Seed.length != SEED) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        return new HybridKey(ed25519Seed, mldsa44Seed);
    }

    /**
     * The pair of a key file's text.
     *
     * @throws IllegalArgumentException for any other text, without repeating it
     */
    public static HybridKey ofFile(String text) {
        Matcher file = FILE.matcher(text);
        if (!file.matches()) throw new IllegalArgumentException("not a signing key file");
        HexFormat hex = HexFormat.of();
        return new HybridKey(hex.parseHex(file.group(1)), hex.parseHex(file.group(2)));
    }

    /** The text of the key's file: whoever has it signs. */
    public String fileText() {
        HexFormat hex = HexFormat.of();
        return "kulkul signing key 1\ned25519 " + hex.formatHex(ed25519.seed()) + "\nmldsa44 "
                + hex.formatHex(mldsa44Seed) + "\n";
    }

    /** What others verify with. */
    public HybridPublicKey publicKey() {
        return new HybridPublicKey(
                ed25519.verifying().bytes(), mldsa44.getPublicKeyParameters().getEncoded());
    }

    /** The Ed25519 signature (RFC 8032), 64 bytes. */
    public byte[] signEd25519(byte[] message) {
        return ed25519.sign(message);
    }

    /** The deterministic ML-DSA-44 signature with empty context (FIPS 204), 2,420 bytes. */
    public byte[] signMlDsa44(byte[] message) {
        try {
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, mldsa44);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classical half alone, for signing what is no log structure. */
    public SigningKey ed25519() {
        return ed25519;
    }
}
