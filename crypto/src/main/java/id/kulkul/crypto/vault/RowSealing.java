package id.kulkul.crypto.vault;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.Seal;
import java.util.Arrays;
import java.util.UUID;

/** Seals and opens rows: each under its own key, bound to its tenant, owner, id, epoch and version. */
final class RowSealing {

    private final UUID tenant;

    RowSealing(UUID tenant) {
        this.tenant = tenant;
    }

    /** Seals a row; {@code epoch} is 0 under a case's key. The plaintext is wiped. */
    VaultRow seal(SymmetricKey parent, UUID id, RowClass rowClass, UUID owner, long epoch, long version, byte[] plain) {
        try (var key = parent.rowKey(id)) {
            var blob = Seal.under(key, context(id, owner, epoch, version), plain);
            return new VaultRow(id, rowClass, owner, epoch, version, blob);
        }
    }

    /** Opens a row; the caller wipes the result. A row that was exchanged or changed is a {@link VaultFailed}. */
    byte[] open(SymmetricKey parent, VaultRow row) {
        try (var key = parent.rowKey(row.id())) {
            return Opening.under(key, context(row.id(), row.owner(), row.kekEpoch(), row.version()), row.blob());
        } catch (OpenFailed e) {
            throw new VaultFailed(e);
        }
    }

    /** The id of a row that is found by what it is about. */
    static UUID id(String about, byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var joined = new byte[length];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return Hex16.uuid(Arrays.copyOf(
                Digest.labelled("kulkul/v1/rowid/" + about, joined).bytes(), Hex16.SIZE));
    }

    private Context context(UUID id, UUID owner, long epoch, long version) {
        return new Context(Kind.VAULT_ROW, tenant, Hex16.ZERO, owner, id, epoch, version);
    }
}
