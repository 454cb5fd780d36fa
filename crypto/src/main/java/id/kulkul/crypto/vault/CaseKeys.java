package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The keys of cases, one for each class, each in a row of its own under the vault's key. */
final class CaseKeys {
    private final VaultKeys keys;
    private final Vault vault;
    private final RowSealing rows;

    CaseKeys(VaultKeys keys, Vault vault, RowSealing rows) {
        this.keys = keys;
        this.vault = vault;
        this.rows = rows;
    }

    /** The row of a key, which is not written yet. */
    VaultRow row(UUID owner, CaseClass caseClass, SymmetricKey key) {
        var kek = keys.kek();
        return rows.seal(kek.key(), id(owner, caseClass), RowClass.CASE_KEY, owner, kek.epoch(), 0, key.bytes());
    }

    /** The key of a class, unless there is none. */
    Optional<SymmetricKey> of(UUID owner, CaseClass caseClass) {
        return vault.find(id(owner, caseClass)).map(row -> {
            var plain = rows.open(keys.kek().key(), row);
            try {
                return SymmetricKey.of(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        });
    }

    boolean exist(UUID owner) {
        return !vault.of(RowClass.CASE_KEY, owner).isEmpty();
    }

    static UUID id(UUID owner, CaseClass caseClass) {
        return RowSealing.id("case-key", Hex16.bytes(owner), new byte[] {(byte) caseClass.code()});
    }
}
