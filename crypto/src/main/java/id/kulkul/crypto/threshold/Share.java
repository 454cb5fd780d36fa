package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.KeyWrap;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.threshold.ShareRejected.Reason;
import java.util.Arrays;
import java.util.List;

/** One member's share of an item's key, with the index that belongs to it. */
public final class Share implements AutoCloseable {
    private final int index;
    private final SymmetricKey value;

    private Share(int index, SymmetricKey value) {
        this.index = index;
        this.value = value;
    }

    /** A share as it came from elsewhere, not yet compared with anything; copies exactly 32 bytes. */
    public static Share of(int index, byte[] value) {
        return new Share(index, SymmetricKey.of(value));
    }

    /** The share at an index of the polynomials with these coefficients of 32 bytes each, the secret first. */
    public static Share at(int index, List<byte[]> coefficients) {
        var value = Polynomial.at(index, coefficients);
        try {
            return of(index, value);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    /**
     * Opens the share of the member at {@code index} (from 1) with that member's key.
     *
     * @throws ShareRejected if the sender sealed something else than he committed to
     */
    public static Share open(ItemHeader header, int index, Stanza stanza, OpeningKey key)
            throws OpenFailed, ShareRejected {
        var commit = committed(header, index);
        var info = KeyWrap.stanzaInfo(header.context(), stanza.keyId());
        return opened(header, index, KeyWrap.open(stanza, info, commit, key));
    }

    static Share opened(ItemHeader header, int index, byte[] value) throws ShareRejected {
        var share = of(index, value);
        Arrays.fill(value, (byte) 0);
        share.check(header);
        return share;
    }

    static Digest committed(ItemHeader header, int index) throws ShareRejected {
        if (index < 1 || index > header.n()) throw new ShareRejected(Reason.NO_SUCH_INDEX, index);
        return header.shareCommits().get(index - 1);
    }

    /** Refuses a share whose index does not exist or whose value is not the one committed to. */
    void check(ItemHeader header) throws ShareRejected {
        var commit = commit(header.context(), header.m(), header.n());
        if (!committed(header, index).equals(commit)) throw new ShareRejected(Reason.NOT_COMMITTED, index);
    }

    /** The public commitment to this share as one of n of which it takes m, in one place. */
    public Digest commit(Context context, int m, int n) {
        var secret = value.bytes();
        var struct = new StructWriter(Context.SIZE + 3 + secret.length)
                .raw(context.encoded())
                .u8(index)
                .u8(m)
                .u8(n)
                .raw(secret)
                .bytes();
        try {
            return Digest.labelled("kulkul/v1/share", struct);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(struct, (byte) 0);
        }
    }

    /** From 1, the member's position among its kind in the manifest. */
    public int index() {
        return index;
    }

    boolean sameAs(Share other) {
        return index == other.index && value.sameAs(other.value);
    }

    /** A copy that the caller wipes. */
    public byte[] bytes() {
        return value.bytes();
    }

    @Override
    public void close() {
        value.close();
    }
}
