package id.kulkul.crypto.tools;

import id.kulkul.crypto.receipt.FormSecret;

/** The receipt of a form that a server seals, as it follows from the form's secret and its fields. */
final class FormReceiptSection implements Section {
    @Override
    public String name() {
        return "formReceipt";
    }

    @Override
    public void check(Case entry) {
        var chosen = FormSecret.parse(entry.text("secret")).with(entry.texts("fields"));
        try (var receipt = chosen.receipt()) {
            entry.gives("digits", receipt.digits());
        }
        entry.gives("nonce", chosen.nonce());
    }
}
