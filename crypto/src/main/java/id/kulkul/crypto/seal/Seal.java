package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Chance;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Function;

/** Seals items: every one under a key of its own that nobody chose. */
public final class Seal {
    private Seal() {}

    /**
     * Begins an attachment, whose recipients are named at the end; the plaintext is the file's bytes and nothing else.
     */
    public static SealingStream stream(Context context, OutputStream sink) throws IOException {
        return new SealingStream(context, sink, SymmetricKey.random(), Chance.bytes(PayloadCipher.SALT));
    }

    /** Signs a text and seals it to each of the audience; wipes the draft, {@link TooLong} if it exceeds its kind. */
    public static Parcel signed(Context context, Draft draft, SigningKey signer, Recipients audience, Origin origin) {
        return parcel(context, draft, signer, audience.manifest(), finished -> finished.to(audience, origin));
    }

    /** Signs a text and seals it so that it takes several members to open it; wipes the draft. */
    public static Parcel shared(
            Context context, Draft draft, SigningKey signer, Sharing sharing, Digest manifest, Origin origin) {
        return parcel(context, draft, signer, manifest, finished -> finished.shared(sharing, manifest, origin));
    }

    /** Seals the bytes under a key that stays where it is, as a row of the vault; wipes the plaintext. */
    public static byte[] under(SymmetricKey key, Context context, byte[] plaintext) {
        var blob = new ByteArrayOutputStream();
        var secret = key.bytes();
        try (var own = SymmetricKey.of(secret);
                var stream = new SealingStream(context, blob, own, Chance.bytes(PayloadCipher.SALT))) {
            stream.write(plaintext, 0, plaintext.length);
            stream.finish().close();
            return blob.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    /** Runs every cipher often enough that the first person to use it does not wait for the compiler; two seconds. */
    public static void warm() {
        Warming.run();
    }

    private static Parcel parcel(
            Context context, Draft draft, SigningKey signer, Digest manifest, Function<Sealed, SealedItem> wrap) {
        try {
            return parcel(context, Inner.encoded(context, manifest, draft, signer), wrap);
        } finally {
            draft.wipe();
        }
    }

    private static Parcel parcel(Context context, byte[] plaintext, Function<Sealed, SealedItem> wrap) {
        var blob = new ByteArrayOutputStream();
        try (var stream = stream(context, blob)) {
            stream.write(plaintext, 0, plaintext.length);
            try (var finished = stream.finish()) {
                return new Parcel(wrap.apply(finished), blob.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }
}
