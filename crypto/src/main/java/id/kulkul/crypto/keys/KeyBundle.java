package id.kulkul.crypto.keys;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything a staff member reads and signs with: one signing key, and one opening key for each epoch still in use. */
public final class KeyBundle implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int ENTRY = 4 + SymmetricKey.SIZE;
    private static final int HEAD = 1 + SymmetricKey.SIZE + 2;
    private final SigningKey signing;
    private final SortedMap<Long, OpeningKey> opening;
    private final OpeningKey newest;

    private KeyBundle(SigningKey signing, SortedMap<Long, OpeningKey> opening, OpeningKey newest) {
        this.signing = signing;
        this.opening = opening;
        this.newest = newest;
    }

    /** New keys, beginning with an epoch. */
    public static KeyBundle random(long epoch) {
        var opening = new TreeMap<Long, OpeningKey>();
        var newest = OpeningKey.random();
        opening.put(epoch, newest);
        return new KeyBundle(SigningKey.random(), opening, newest);
    }

    /** The bundle of keys that exist already, of which there is at least one to open with. */
    public static KeyBundle of(SigningKey signing, SortedMap<Long, OpeningKey> opening) {
        var newest = opening.get(opening.lastKey());
        if (newest == null) throw new IllegalArgumentException("A bundle has a key to open with.");
        return new KeyBundle(signing, new TreeMap<>(opening), newest);
    }

    /** The plaintext, keys ascending by epoch; the caller wipes it. */
    public byte[] encoded() {
        var seed = signing.seed();
        var out = new StructWriter(HEAD + ENTRY * opening.size())
                .u8(VERSION)
                .raw(seed)
                .u16(opening.size());
        Arrays.fill(seed, (byte) 0);
        opening.forEach((epoch, key) -> {
            var secret = key.seed();
            out.u32(epoch).raw(secret);
            Arrays.fill(secret, (byte) 0);
        });
        return out.bytes();
    }

    /** Reads exactly one bundle, its epochs ascending. */
    public static KeyBundle decoded(byte[] plaintext) throws OpenFailed {
        var in = new StructReader(plaintext);
        StructReader.require(in.u8() == VERSION);
        var signing = SigningKey.of(in.take(SymmetricKey.SIZE));
        int count = in.u16();
        StructReader.require(count > 0 && in.remaining() == ENTRY * count);
        var opening = new TreeMap<Long, OpeningKey>();
        OpeningKey newest;
        do {
            long epoch = in.u32();
            StructReader.require(opening.isEmpty() || epoch > opening.lastKey());
            newest = OpeningKey.of(in.take(SymmetricKey.SIZE));
            opening.put(epoch, newest);
        } while (in.remaining() > 0);
        return new KeyBundle(signing, opening, newest);
    }

    /** Seals the bundle under its bundle key. */
    public SealedSecret seal(SymmetricKey bundleKey, SealedSecret.Owner owner) {
        return SealedSecret.seal(bundleKey, owner, encoded());
    }

    /** Opens a bundle with its bundle key. */
    public static KeyBundle open(SymmetricKey bundleKey, SealedSecret bundle) throws OpenFailed {
        var plaintext = bundle.open(bundleKey);
        try {
            return decoded(plaintext);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    public SigningKey signing() {
        return signing;
    }

    /** The newest opening key. */
    public OpeningKey opening() {
        return newest;
    }

    @Override
    public void close() {
        signing.close();
        opening.values().forEach(OpeningKey::close);
    }
}
