package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.VerifyingKey;

/** The root's two signatures over a manifest, a classical and a post-quantum one. */
public final class ManifestSignatures {
    private final byte[] ed25519;
    private final byte[] mldsa44;

    private ManifestSignatures(byte[] ed25519, byte[] mldsa44) {
        this.ed25519 = ed25519;
        this.mldsa44 = mldsa44;
    }

    /** Signatures as they came from elsewhere, 64 and 2,420 bytes if they are any. */
    public static ManifestSignatures of(byte[] ed25519, byte[] mldsa44) {
        return new ManifestSignatures(ed25519.clone(), mldsa44.clone());
    }

    /** Signs a manifest of recipients with the organisation's root. */
    public static ManifestSignatures sign(Manifest manifest, HybridKey root) {
        var message = message(manifest.digest());
        return new ManifestSignatures(root.signEd25519(message), root.signMlDsa44(message));
    }

    /** A member's signature of 64 bytes over the manifest of a tender, of which there must be two. */
    public static byte[] signAsMember(Manifest tender, SigningKey member) {
        return member.sign(message(tender.digest()));
    }

    public static boolean isSignedByMember(Manifest tender, VerifyingKey member, byte[] signature) {
        return member.verify(message(tender.digest()), signature);
    }

    static byte[] message(Digest manifest) {
        return new StructWriter(23 + Digest.SIZE)
                .ascii("kulkul/v1/manifest-sig")
                .u8(0)
                .digest(manifest)
                .bytes();
    }

    public byte[] ed25519() {
        return ed25519.clone();
    }

    public byte[] mldsa44() {
        return mldsa44.clone();
    }
}
