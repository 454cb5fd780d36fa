package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Resealing;
import java.util.Arrays;

/** Ciphertexts of several lengths under one key, without padding. */
final class PayloadSection implements Section {
    private static final int SALT = 24;
    private static final int LONGEST = 64 * 1024 * 1024;

    @Override
    public String name() {
        return "payload";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var context = Context.decoded(entry.bytes("context"));
        var salt = entry.bytes("salt");
        if (!entry.text("plaintext").equals("byte i = (7*i+3) mod 256")) {
            throw new IllegalArgumentException("another plaintext");
        }
        try (var key = SymmetricKey.of(entry.bytes("dek"))) {
            var empty = Resealing.blob(key, salt, context, new byte[0]);
            entry.gives("commitment", Arrays.copyOfRange(empty, SALT, SALT + Digest.SIZE));
            for (var length : entry.parts("cases")) {
                length.gives(
                        "sha256", Digest.sha256(Resealing.blob(key, salt, context, pattern(length.count("length")))));
            }
        }
    }

    static byte[] pattern(int length) {
        if (length > LONGEST) throw new IllegalArgumentException("longer than any vector");
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) (7 * i + 3);
        return bytes;
    }
}
