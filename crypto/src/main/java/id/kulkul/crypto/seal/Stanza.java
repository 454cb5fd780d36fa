package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** One data key, or one share of it, sealed to one recipient. */
public final class Stanza {
    public static final int SIZE = 1186;
    private static final int SUITE = 1;

    private final byte[] encoded;
    private final UUID keyId;

    private Stanza(byte[] encoded, UUID keyId) {
        this.encoded = encoded;
        this.keyId = keyId;
    }

    static Stanza of(UUID keyId, Wrapped wrapped) {
        var encoded = new StructWriter(SIZE)
                .u16(SUITE)
                .id(keyId)
                .raw(wrapped.enc())
                .raw(wrapped.ct())
                .bytes();
        return new Stanza(encoded, keyId);
    }

    /** Reads exactly 1,186 bytes of the one suite there is. */
    public static Stanza decoded(byte[] bytes) throws OpenFailed {
        StructReader.require(bytes.length == SIZE);
        var in = new StructReader(bytes);
        StructReader.require(in.u16() == SUITE);
        return new Stanza(bytes.clone(), in.id());
    }

    /** Splits a concatenation of whole stanzas, in its order. */
    public static List<Stanza> all(byte[] concatenation) throws OpenFailed {
        StructReader.require(concatenation.length % SIZE == 0);
        var stanzas = new ArrayList<Stanza>();
        for (int at = 0; at < concatenation.length; at += SIZE) {
            stanzas.add(decoded(Arrays.copyOfRange(concatenation, at, at + SIZE)));
        }
        return List.copyOf(stanzas);
    }

    /** All stanzas one after the other; {@link #all} reads them back. */
    public static byte[] concatenated(List<Stanza> stanzas) {
        var out = new StructWriter(stanzas.size() * SIZE);
        for (var stanza : stanzas) out.raw(stanza.encoded);
        return out.bytes();
    }

    /** SHA-256 over the whole stanzas, one after the other; of nothing if there is none. */
    public static Digest digest(List<Stanza> stanzas) {
        return Digest.sha256(concatenated(stanzas));
    }

    /** True if no two stanzas are for the same key and the key ids ascend, as in an item sealed to each recipient. */
    public static boolean ascending(List<Stanza> stanzas) {
        for (int i = 1; i < stanzas.size(); i++) {
            if (Hex16.ASCENDING.compare(stanzas.get(i - 1).keyId, stanzas.get(i).keyId) >= 0) return false;
        }
        return true;
    }

    /** True if no two stanzas are for the same key. */
    public static boolean distinct(List<Stanza> stanzas) {
        var seen = new HashSet<UUID>();
        return stanzas.stream().allMatch(stanza -> seen.add(stanza.keyId));
    }

    /** The key it is sealed to. */
    public UUID keyId() {
        return keyId;
    }

    /** Exactly 1,186 bytes. */
    public byte[] encoded() {
        return encoded.clone();
    }

    Wrapped wrapped() {
        int enc = 2 + Hex16.SIZE;
        int ct = enc + Wrapped.ENC_SIZE;
        return new Wrapped(Arrays.copyOfRange(encoded, enc, ct), Arrays.copyOfRange(encoded, ct, SIZE));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stanza stanza && Arrays.equals(encoded, stanza.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
