package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Resealing;
import java.util.Arrays;

/** One data key wrapped for one recipient. */
final class StanzaSection implements Section {
    private static final int SALT = 24;
    private static final int ENC = 18;
    private static final int CT = ENC + 1120;

    @Override
    public String name() {
        return "stanza";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var context = Context.decoded(entry.bytes("context"));
        var secret = entry.bytes("dek");
        try (var reader = OpeningKey.of(entry.bytes("recipientSeed"));
                var key = SymmetricKey.of(secret)) {
            var recipient = reader.recipient();
            entry.gives("recipientPublicSha256", Digest.sha256(recipient.bytes()));
            entry.gives("keyId", recipient.keyId());
            var blob = Resealing.blob(key, entry.bytes("salt"), context, entry.bytes("plaintext"));
            var commitment = Digest.of(Arrays.copyOfRange(blob, SALT, SALT + Digest.SIZE));
            entry.gives("ciphertext", blob);
            entry.gives("commitment", commitment);
            var stanza = Resealing.stanza(recipient, context, commitment, secret, entry.bytes("encapsulationSeed"))
                    .encoded();
            entry.gives("enc", Arrays.copyOfRange(stanza, ENC, CT));
            entry.gives("wrapped", Arrays.copyOfRange(stanza, CT, stanza.length));
            entry.gives("stanzaSha256", Digest.sha256(stanza));
        }
    }
}
