package id.kulkul.crypto.seal;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and opens stanzas: bound to their place, their recipient, and the commitment to what they carry. */
final class Stanzas {
    private Stanzas() {}

    static Stanza direct(Recipient to, Context context, Digest commitment, byte[] secret) {
        return seal(to, context, commitment, secret, null);
    }

    static Stanza seal(Recipient to, Context context, Digest bound, byte[] secret, byte @Nullable [] seed) {
        return Stanza.of(to.keyId(), Hpke.seal(to, info(context, to.keyId()), bound.bytes(), secret, seed));
    }

    static byte[] open(Stanza stanza, Context context, Digest bound, OpeningKey key) throws OpenFailed {
        var keyId = key.recipient().keyId();
        StructReader.require(stanza.keyId().equals(keyId));
        var seed = key.seed();
        try {
            return Hpke.open(seed, stanza.wrapped(), info(context, keyId), bound.bytes());
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static byte[] info(Context context, UUID keyId) {
        return new StructWriter(17 + Context.SIZE + Hex16.SIZE)
                .ascii("kulkul/v1/stanza")
                .u8(0)
                .raw(context.encoded())
                .id(keyId)
                .bytes();
    }
}
