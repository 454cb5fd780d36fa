package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.HybridPublicKey;

/** The organisation's public root: the pair of keys that signs every list of recipients, kept off every server. */
public record OrgRoot(HybridPublicKey key) {
    /** What people compare, and what the verifier is given: a hash over both public keys. */
    public Digest fingerprint() {
        return key.rootFingerprint();
    }

    /** True if both signatures over the manifest are this root's; one of two is none. */
    public boolean signed(Manifest manifest, ManifestSignatures signatures) {
        var message = ManifestSignatures.message(manifest.digest());
        return key.verifyEd25519(message, signatures.ed25519()) && key.verifyMlDsa44(message, signatures.mldsa44());
    }
}
