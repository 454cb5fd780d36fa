package id.kulkul.crypto.tools;

import id.kulkul.crypto.receipt.Receipt;
import java.util.Locale;

/** The twelve words of one receipt in each language. */
final class ReceiptWordsSection implements Section {
    @Override
    public String name() {
        return "receiptWords";
    }

    @Override
    public void check(Case entry) {
        try (var receipt = Receipt.of(entry.bytes("mk"))) {
            entry.gives("en", receipt.words(Locale.ENGLISH));
            entry.gives("id", receipt.words(Locale.of("id")));
        }
    }
}
