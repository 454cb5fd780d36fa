package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Wraps 32 secret bytes for one recipient, bound to a place and to a public commitment to what they are. */
public final class KeyWrap {
    private KeyWrap() {}

    /** Wraps exactly 32 bytes; {@code info} says for what, {@code bound} commits to the secret. */
    public static Stanza seal(Recipient to, byte[] info, Digest bound, byte[] secret) {
        return seal(to, info, bound, secret, null);
    }

    /** Unwraps with the key it was made for, under the same info and commitment; the caller wipes the result. */
    public static byte[] open(Stanza stanza, byte[] info, Digest bound, OpeningKey key) throws OpenFailed {
        StructReader.require(stanza.keyId().equals(key.recipient().keyId()));
        var seed = key.seed();
        try {
            return Hpke.open(seed, stanza.wrapped(), info, bound.bytes());
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** What binds the stanza of an item to the item's place and to its recipient. */
    public static byte[] stanzaInfo(Context context, UUID keyId) {
        return new StructWriter(17 + Context.SIZE + Hex16.SIZE)
                .ascii("kulkul/v1/stanza")
                .u8(0)
                .raw(context.encoded())
                .id(keyId)
                .bytes();
    }

    static Stanza seal(Recipient to, byte[] info, Digest bound, byte[] secret, byte @Nullable [] seed) {
        if (secret.length != SymmetricKey.SIZE) throw new IllegalArgumentException("A secret has 32 bytes.");
        return Stanza.of(to.keyId(), Hpke.seal(to, info, bound.bytes(), secret, seed));
    }
}
