package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.Seal;
import java.util.Arrays;
import java.util.UUID;

/** A staff member's secret under a symmetric key, as it travels: its context of 81 bytes, then its ciphertext. */
public final class SealedSecret {
    private final Context context;
    private final byte[] blob;

    private SealedSecret(Context context, byte[] blob) {
        this.context = context;
        this.blob = blob;
    }

    /**
     * Whose secret it is and how new.
     *
     * @param epoch the epoch of the newest key in it
     * @param version goes up with every change; an older one is refused
     */
    public record Owner(UUID tenant, UUID user, long epoch, long version) {
        Context context() {
            return new Context(Kind.KEY_BUNDLE, tenant, Hex16.ZERO, user, UUID.randomUUID(), epoch, version);
        }
    }

    /** Wipes the plaintext. */
    static SealedSecret seal(SymmetricKey key, Owner owner, byte[] plaintext) {
        var context = owner.context();
        return new SealedSecret(context, Seal.under(key, context, plaintext));
    }

    /** Wraps a bundle key under the key of a passphrase or of a recovery kit. */
    public static SealedSecret wrap(SymmetricKey bundleKey, SymmetricKey under, Owner owner) {
        return seal(under, owner, bundleKey.bytes());
    }

    /** Unwraps a bundle key. */
    public SymmetricKey unwrap(SymmetricKey under) throws OpenFailed {
        var bytes = open(under);
        StructReader.require(bytes.length == SymmetricKey.SIZE);
        try {
            return SymmetricKey.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    byte[] open(SymmetricKey key) throws OpenFailed {
        return Opening.under(key, context, blob);
    }

    /** Refuses the secret of somebody else, and one older than the given version. */
    public SealedSecret of(UUID tenant, UUID user, long leastVersion) throws OpenFailed {
        StructReader.require(
                context.tenant().equals(tenant) && context.aggregate().equals(user));
        StructReader.require(context.seq() >= leastVersion);
        return this;
    }

    public Context context() {
        return context;
    }

    public byte[] encoded() {
        return new StructWriter(Context.SIZE + blob.length)
                .raw(context.encoded())
                .raw(blob)
                .bytes();
    }

    public static SealedSecret decoded(byte[] bytes) throws OpenFailed {
        var in = new StructReader(bytes);
        var context = Context.decoded(in.take(Context.SIZE));
        StructReader.require(
                context.kind() == Kind.KEY_BUNDLE && context.scope().equals(Hex16.ZERO));
        return new SealedSecret(context, in.take(in.remaining()));
    }
}
