package id.kulkul.crypto.tools;

import id.kulkul.crypto.receipt.Receipt;
import java.util.Locale;

/** The two words that greet the holder of a receipt. */
final class GreetingSection implements Section {
    @Override
    public String name() {
        return "greeting";
    }

    @Override
    public void check(Case entry) {
        try (var receipt = Receipt.of(entry.bytes("mk"))) {
            entry.gives("digits", receipt.digits());
            entry.gives("words", receipt.words(Locale.ENGLISH));
            entry.gives("greeting", receipt.greeting());
        }
    }
}
