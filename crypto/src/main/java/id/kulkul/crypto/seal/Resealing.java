package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Recomputes what a sealing with a known key and known chance must have given, to check published vectors and to prove
 * how shares were dealt. Nothing new may be sealed with it: its inputs are chosen.
 */
public final class Resealing {
    private Resealing() {}

    /** The blob of this plaintext under this key and this salt of 24 bytes, without padding. */
    public static byte[] blob(SymmetricKey key, byte[] salt, Context context, byte[] plaintext) {
        return blob(false, key, salt, context, plaintext);
    }

    /** The same for an item of its kind, with the padding of its kind. */
    public static byte[] padded(SymmetricKey key, byte[] salt, Context context, byte[] plaintext) {
        return blob(Buckets.pads(context.kind()), key, salt, context, plaintext);
    }

    /**
     * The stanza that carries 32 bytes to a recipient, bound to the commitment to them, when the encapsulation is made
     * from these 64 bytes.
     */
    public static Stanza stanza(
            Recipient to, Context context, Digest commitment, byte[] secret, byte[] encapsulationSeed) {
        return KeyWrap.seal(to, KeyWrap.stanzaInfo(context, to.keyId()), commitment, secret, encapsulationSeed);
    }

    /** The padded size of a plaintext of this kind and length, in bytes. */
    public static long paddedLength(Kind kind, long length) {
        return Buckets.padded(kind, length);
    }

    /** The stanza under another info, when its encapsulation is made from these 64 bytes. */
    public static Stanza stanza(Recipient to, byte[] info, Digest commitment, byte[] secret, byte[] encapsulationSeed) {
        return KeyWrap.seal(to, info, commitment, secret, encapsulationSeed);
    }

    /** The plaintext of a signed text, as it stands before padding. */
    public static byte[] inner(Context context, Digest manifest, Draft draft, SigningKey signer) {
        return Inner.encoded(context, manifest, draft, signer);
    }

    private static byte[] blob(boolean pads, SymmetricKey key, byte[] salt, Context context, byte[] plaintext) {
        var blob = new ByteArrayOutputStream();
        var copy = SymmetricKey.of(key.bytes());
        try (var stream = new SealingStream(context, pads, blob, copy, salt)) {
            stream.write(plaintext, 0, plaintext.length);
            stream.finish().close();
            return blob.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
