package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.keys.KeyBundle;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Resealing;
import id.kulkul.crypto.seal.SigningKey;
import java.util.TreeMap;

/** A bundle of keys, the same sealed under its bundle key, and that one wrapped under another. */
final class KeyBundleSection implements Section {
    @Override
    public String name() {
        return "keyBundle";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var opening = new TreeMap<Long, OpeningKey>();
        for (var key : entry.parts("keys")) {
            opening.put(key.number("epoch"), OpeningKey.of(key.bytes("xwingSeed")));
        }
        try (var bundle = KeyBundle.of(SigningKey.of(entry.bytes("ed25519Seed")), opening)) {
            entry.gives("plaintext", bundle.encoded());
            entry.gives("sealed", sealed(entry, "bundle", bundle.encoded()));
            entry.gives("wrapped", sealed(entry, "wrap", entry.bytes("bundleKey")));
        }
    }

    private static byte[] sealed(Case entry, String what, byte[] plaintext) throws OpenFailed {
        var context = Context.decoded(entry.bytes(what + "Context"));
        try (var under = SymmetricKey.of(entry.bytes(what + "Key"))) {
            var blob = Resealing.padded(under, entry.bytes(what + "Salt"), context, plaintext);
            return new StructWriter(Context.SIZE + blob.length)
                    .raw(context.encoded())
                    .raw(blob)
                    .bytes();
        }
    }
}
