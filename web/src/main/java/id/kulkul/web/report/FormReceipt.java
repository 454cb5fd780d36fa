package id.kulkul.web.report;

import id.kulkul.crypto.receipt.FormSecret;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.ReceiptKeys;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.vault.Reporter;
import java.util.UUID;

/**
 * What follows from a form as it was filled in, at every sending alike: its receipt, and the case that this receipt
 * opens. Nothing that the server keeps leads to it.
 *
 * @param nonce what the case is named with, beside the receipt's public keys
 * @param report the id of the case
 */
record FormReceipt(FormSecret.Chosen chosen, UUID nonce, UUID report) {
    static FormReceipt of(FormSecret.Chosen chosen, UUID tenant) {
        try (Receipt receipt = chosen.receipt();
                ReceiptKeys keys = receipt.keys()) {
            var reporter = Reporter.keysDigest(
                    keys.opening().recipient(), keys.signing().verifying());
            UUID nonce = chosen.nonce();
            return new FormReceipt(chosen, nonce, CaseIds.of(tenant, reporter, nonce));
        }
    }

    /** The receipt, to be closed after use. */
    Receipt receipt() {
        return chosen.receipt();
    }
}
