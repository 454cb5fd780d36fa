package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import id.kulkul.crypto.seal.BadKey;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.VerifyingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The bids that are to be opened together, which the members sign before any share is released.
 *
 * @param closedSize the size of the log of bids when bidding had closed
 * @param session the key of this opening, made in the browser of the member who opens
 * @param items the digests of the bids' items, ascending, none twice
 */
public record OpeningList(
        UUID tenant, UUID tender, int envelope, long closedSize, Recipient session, List<Digest> items) {
    private static final String LABEL = "KULOPEN1";
    private static final int SIZE = 8 + 16 + 16 + 1 + 8 + Recipient.SIZE + 2;

    public OpeningList {
        items = List.copyOf(items);
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).compareTo(items.get(i)) >= 0) throw new IllegalArgumentException("Not ascending.");
        }
    }

    public byte[] encoded() {
        var out = new StructWriter(SIZE + Digest.SIZE * items.size())
                .ascii(LABEL)
                .id(tenant)
                .id(tender)
                .u8(envelope)
                .u64(closedSize)
                .raw(session.bytes())
                .u16(items.size());
        items.forEach(out::digest);
        return out.bytes();
    }

    /** Reads exactly one list. */
    public static OpeningList decoded(byte[] bytes) throws OpenFailed {
        var in = new StructReader(bytes).expect(LABEL);
        var tenant = in.id();
        var tender = in.id();
        int envelope = in.u8();
        long closedSize = in.u64();
        var session = in.take(Recipient.SIZE);
        int count = in.u16();
        var items = new ArrayList<Digest>();
        for (int i = 0; i < count; i++) items.add(in.digest());
        in.end();
        try {
            return new OpeningList(tenant, tender, envelope, closedSize, Recipient.of(session), items);
        } catch (BadKey | IllegalArgumentException e) {
            throw new OpenFailed();
        }
    }

    /** The digest under which members sign the list and release for it. */
    public Digest digest() {
        return Digest.sha256(encoded());
    }

    /** A member's signature of 64 bytes. */
    public byte[] sign(SigningKey member) {
        return member.sign(message());
    }

    public boolean isSignedBy(VerifyingKey member, byte[] signature) {
        return member.verify(message(), signature);
    }

    private byte[] message() {
        return new StructWriter(18 + Digest.SIZE)
                .ascii("kulkul/v1/opening")
                .u8(0)
                .digest(digest())
                .bytes();
    }
}
