package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.keys.Stretching;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The accounts of staff: found by sign-in name, sealed keys inside, which the server hands out and cannot open itself.
 */
public final class StaffVault {
    /** Whose account it is, and the secrets kept for that person. */
    public record Account(UUID person, StaffSecrets secrets) {}

    private final VaultKeys keys;
    private final Vault vault;
    private final RowSealing rows;

    public StaffVault(UUID tenant, VaultKeys keys, Vault vault) {
        this.keys = keys;
        this.vault = vault;
        this.rows = new RowSealing(tenant);
    }

    /** Keeps an account; {@link StaleRow} unless its version is newer than the kept one. */
    public void put(String name, UUID person, StaffSecrets secrets) {
        var kek = keys.kek();
        var inside = secrets.encoded();
        var plain = new StructWriter(Hex16.SIZE + inside.length)
                .id(person)
                .raw(inside)
                .bytes();
        vault.write(
                List.of(rows.seal(kek.key(), id(name), RowClass.STAFF, person, kek.epoch(), secrets.version(), plain)));
    }

    /** The account of a sign-in name, in any case. */
    public Optional<Account> of(String name) {
        return vault.find(id(name)).map(row -> decoded(rows.open(keys.kek().key(), row)));
    }

    /**
     * What is answered for a name that has no account: always the same, so that asking does not tell which names exist.
     */
    public Stretching decoy(String name) {
        return Stretching.ofNobody(keys.pepper(), normal(name));
    }

    private static Account decoded(byte[] plain) {
        try {
            var in = new StructReader(plain);
            var person = in.id();
            return new Account(person, StaffSecrets.decoded(Arrays.copyOfRange(plain, Hex16.SIZE, plain.length)));
        } catch (OpenFailed e) {
            throw new VaultFailed(e);
        }
    }

    private UUID id(String name) {
        var pepper = keys.pepper().bytes();
        try {
            return RowSealing.id("staff", pepper, normal(name).getBytes(StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(pepper, (byte) 0);
        }
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
