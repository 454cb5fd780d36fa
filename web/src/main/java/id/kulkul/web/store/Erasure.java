package id.kulkul.web.store;

import id.kulkul.crypto.vault.CaseClass;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.store.ReadStore;
import java.util.UUID;

/**
 * Erases what the server reads of a case: the key of one class with its texts, and then every clear copy in the read
 * models. Whoever asks has stored the event after which nothing of it is shown; asked again it does the same. It is
 * final only when the vault's key turns (see {@link CaseVault#erase}).
 */
public record Erasure(CaseVault vault, ReadStore models) {
    /** Erases one class of a case; once it returns, no file of vault or read models holds any byte of it. */
    public void erase(UUID caseId, CaseClass caseClass) {
        vault.erase(caseId, caseClass);
        models.erase(caseId, caseClass);
    }
}
