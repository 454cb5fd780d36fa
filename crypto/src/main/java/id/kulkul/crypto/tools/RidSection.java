package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.receipt.ReceiptIndex;

/** Where the server finds a receipt's case. */
final class RidSection implements Section {
    @Override
    public String name() {
        return "rid";
    }

    @Override
    public void check(Case entry) {
        try (var pepper = SymmetricKey.of(entry.bytes("pepper"))) {
            entry.gives("rid", ReceiptIndex.of(pepper, entry.id("tenant"), entry.bytes("lookup")));
        }
    }
}
