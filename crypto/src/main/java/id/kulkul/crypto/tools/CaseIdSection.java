package id.kulkul.crypto.tools;

import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.vault.Reporter;

/** The id of a reporter's case, from the receipt's public keys. */
final class CaseIdSection implements Section {
    @Override
    public String name() {
        return "caseId";
    }

    @Override
    public void check(Case entry) {
        try (var receipt = Receipt.of(entry.bytes("mk"));
                var keys = receipt.keys()) {
            var digest = Reporter.keysDigest(
                    keys.opening().recipient(), keys.signing().verifying());
            entry.gives("reporterKeys", digest);
            entry.gives("caseId", CaseIds.of(entry.id("tenant"), digest, entry.id("nonce")));
        }
    }
}
