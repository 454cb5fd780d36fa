package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.receipt.Receipt;
import java.util.Locale;

/** A receipt, its two written forms and its keys. */
final class ReceiptSection implements Section {
    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public void check(Case entry) {
        try (var receipt = Receipt.of(entry.bytes("mk"));
                var keys = receipt.keys()) {
            entry.gives("digits", receipt.digits());
            entry.gives("words", receipt.words(Locale.ENGLISH));
            entry.gives("lookup", keys.lookup());
            entry.gives("xwing", keys.opening().seed());
            entry.gives(
                    "xwingPublicSha256",
                    Digest.sha256(keys.opening().recipient().bytes()));
            entry.gives("sign", keys.signing().seed());
            entry.gives("ed25519Public", keys.signing().verifying().bytes());
        }
    }
}
