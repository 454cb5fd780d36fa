package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Resealing;
import id.kulkul.crypto.seal.SigningKey;

/** A signed text, and the same sealed with padding. */
final class InnerSection implements Section {
    @Override
    public String name() {
        return "inner";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var context = Context.decoded(entry.bytes("context"));
        var draft =
                Draft.of(entry.count("type"), entry.bytes("body")).after(entry.digest("prev"), entry.digest("seen"));
        try (var signer = SigningKey.of(entry.bytes("signerSeed"));
                var key = SymmetricKey.of(entry.bytes("dek"))) {
            entry.gives("ed25519Public", signer.verifying().bytes());
            entry.gives("signer", signer.verifying().keyId());
            var plaintext = Resealing.inner(context, entry.digest("manifestDigest"), draft, signer);
            entry.gives("plaintext", plaintext);
            var blob = Resealing.padded(key, entry.bytes("salt"), context, plaintext);
            entry.gives("blobLength", blob.length);
            entry.gives("blobSha256", Digest.sha256(blob));
        }
    }
}
