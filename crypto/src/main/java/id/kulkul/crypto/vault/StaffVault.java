package id.kulkul.crypto.vault;

import id.kulkul.crypto.seal.Hex16;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sealed keys of staff, which the server hands to whoever proves the passphrase and cannot open itself. */
public final class StaffVault {
    private final VaultKeys keys;
    private final Vault vault;
    private final Rows rows;

    public StaffVault(UUID tenant, VaultKeys keys, Vault vault) {
        this.keys = keys;
        this.vault = vault;
        this.rows = new Rows(tenant);
    }

    /** Keeps the secrets of a person; {@link StaleRow} unless their version is newer than the kept one. */
    public void put(UUID person, StaffSecrets secrets) {
        var kek = keys.kek();
        vault.write(List.of(rows.seal(
                kek.key(), id(person), RowClass.STAFF, person, kek.epoch(), secrets.version(), secrets.encoded())));
    }

    /** The secrets of a person. */
    public Optional<StaffSecrets> of(UUID person) {
        return vault.find(id(person))
                .map(row -> StaffSecrets.decoded(rows.open(keys.kek().key(), row)));
    }

    private static UUID id(UUID person) {
        return Rows.id("staff", Hex16.bytes(person));
    }
}
