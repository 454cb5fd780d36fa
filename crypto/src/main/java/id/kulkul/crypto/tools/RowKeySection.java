package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.SymmetricKey;

/** The key of a row of the vault, and what is published of a key that is destroyed. */
final class RowKeySection implements Section {
    @Override
    public String name() {
        return "rowKey";
    }

    @Override
    public void check(Case entry) {
        try (var parent = SymmetricKey.of(entry.bytes("parent"));
                var key = parent.rowKey(entry.id("rowId"))) {
            entry.gives("key", key.bytes());
            entry.gives("fingerprint", parent.fingerprint());
        }
    }
}
