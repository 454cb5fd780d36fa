package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.OpenFailed;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** HPKE (RFC 9180) base mode with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305, its failures made ours. */
final class Hpke {
    private static final int X25519_SIZE = 32;

    private Hpke() {}

    /** Seals 32 bytes; with a seed (64 bytes) the encapsulation is the one that belongs to it, else a fresh one. */
    static Wrapped seal(Recipient to, byte[] info, byte[] aad, byte[] secret, byte @Nullable [] encapsulationSeed) {
        try {
            var hpke = hpke();
            var key = hpke.deserializePublicKey(to.bytes());
            var sender = encapsulationSeed == null
                    ? hpke.setupBaseS(key, info)
                    : hpke.setupBaseS(key, info, encapsulationSeed);
            return new Wrapped(sender.getEncapsulation(), sender.seal(aad, secret));
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new BadKey();
        }
    }

    /** Opens 32 bytes; whatever goes wrong is the same failure. */
    static byte[] open(byte[] seed, Wrapped wrapped, byte[] info, byte[] aad) throws OpenFailed {
        if (wrapped.enc().length != Wrapped.ENC_SIZE || wrapped.ct().length != Wrapped.CT_SIZE) throw new OpenFailed();
        try {
            var hpke = hpke();
            var pair = hpke.deserializePrivateKey(seed, null);
            return hpke.setupBaseR(wrapped.enc(), pair, info).open(aad, wrapped.ct());
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new OpenFailed();
        }
    }

    static byte[] publicKey(byte[] seed) {
        return new XWingPrivateKeyParameters(seed).getPublicKeyParameters().getEncoded();
    }

    /** Refuses a key of the wrong length, with coefficients out of range, or with a point of low order. */
    static void check(byte[] key) {
        if (key.length != Recipient.SIZE) throw new BadKey();
        AsymmetricKeyParameter parsed;
        try {
            parsed = hpke().deserializePublicKey(key);
        } catch (RuntimeException e) {
            throw new BadKey();
        }
        var scalar = new byte[X25519_SIZE];
        scalar[0] = 8;
        boolean shared = X25519.calculateAgreement(scalar, 0, key, key.length - X25519_SIZE, new byte[X25519_SIZE], 0);
        if (parsed.isPrivate() || !shared) throw new BadKey();
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
