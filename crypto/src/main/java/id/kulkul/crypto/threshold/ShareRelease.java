package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.KeyWrap;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Stanza;
import java.util.Arrays;

/** A member's share, sealed to the one who asked for it and for one purpose: the index in one byte, then a stanza. */
public record ShareRelease(int index, Stanza stanza) {
    public static final int SIZE = 1 + Stanza.SIZE;

    /** Releases a share of the item to the requester. */
    public static ShareRelease seal(ItemHeader header, Share share, Recipient requester, Purpose purpose)
            throws ShareRejected {
        share.check(header);
        if (!purpose.fits(header.context().kind())) throw new IllegalArgumentException("Not for this purpose.");
        var secret = share.bytes();
        try {
            var info = purpose.info(header.context(), share.index());
            var commit = Share.committed(header, share.index());
            return new ShareRelease(share.index(), KeyWrap.seal(requester, info, commit, secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Opens the share with the requester's key, if it was released for this purpose. */
    public Share open(ItemHeader header, OpeningKey requester, Purpose purpose) throws OpenFailed, ShareRejected {
        StructReader.require(purpose.fits(header.context().kind()));
        var info = purpose.info(header.context(), index);
        return Share.opened(header, index, KeyWrap.open(stanza, info, Share.committed(header, index), requester));
    }

    /** Exactly 1,187 bytes. */
    public byte[] encoded() {
        return new StructWriter(SIZE).u8(index).raw(stanza.encoded()).bytes();
    }

    /** Reads exactly 1,187 bytes. */
    public static ShareRelease decoded(byte[] bytes) throws OpenFailed {
        var in = new StructReader(bytes);
        return new ShareRelease(in.u8(), Stanza.decoded(in.take(in.remaining())));
    }

    /** What an event may say of it. */
    public Digest digest() {
        return Digest.sha256(encoded());
    }
}
