package id.kulkul.crypto.tools;

import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.seal.SigningKey;

/** A sender's signature over a submission. */
final class SubmitSignatureSection implements Section {
    @Override
    public String name() {
        return "submitSignature";
    }

    @Override
    public void check(Case entry) {
        try (var sender = SigningKey.of(entry.bytes("senderSeed"))) {
            entry.gives("ed25519Public", sender.verifying().bytes());
            entry.gives("signature", SubmitSignature.sign(sender, entry.digest("subject")));
        }
    }
}
