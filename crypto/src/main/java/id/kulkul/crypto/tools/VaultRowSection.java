package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Resealing;

/** A sealed row of the vault. */
final class VaultRowSection implements Section {
    @Override
    public String name() {
        return "vaultRow";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var context = Context.decoded(entry.bytes("context"));
        try (var parent = SymmetricKey.of(entry.bytes("parent"));
                var key = parent.rowKey(context.item())) {
            entry.gives("blob", Resealing.padded(key, entry.bytes("salt"), context, entry.bytes("plaintext")));
        }
    }
}
