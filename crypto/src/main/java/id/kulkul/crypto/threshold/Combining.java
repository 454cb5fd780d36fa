package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Inconsistent;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.seal.Unverified;
import id.kulkul.crypto.seal.WrapSuite;
import id.kulkul.crypto.threshold.ShareRejected.Reason;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Puts shares together and believes nothing: a wrong dealing is found whichever members open. */
public final class Combining {
    private Combining() {}

    /**
     * Opens an item.
     *
     * @param members the manifest's members in its order
     * @param shares m or more of them; each is only lent
     * @throws ShareRejected if there are too few, or one of them is not of this item
     * @throws Inconsistent if the sender dealt wrongly; this holds against him only where he signed this header
     * @throws OpenFailed if the blob is not the one that was sealed
     */
    public static Combined combine(ItemHeader header, List<Recipient> members, byte[] blob, List<Share> shares)
            throws ShareRejected, Inconsistent, OpenFailed {
        if (header.wrap() != WrapSuite.SHARES || members.size() != header.n()) throw new OpenFailed();
        check(header, shares);
        var points = shares.subList(0, header.m());
        requireOneDealing(header, points);
        var secret = Polynomial.through(points, 0);
        var key = SymmetricKey.of(secret);
        Arrays.fill(secret, (byte) 0);
        try {
            return proved(header, members, Opening.openSigned(header, key, blob), key);
        } catch (Inconsistent | OpenFailed e) {
            key.close();
            throw e;
        }
    }

    private static void check(ItemHeader header, List<Share> shares) throws ShareRejected {
        var seen = new HashSet<Integer>();
        for (var share : shares) {
            share.check(header);
            if (!seen.add(share.index())) throw new ShareRejected(Reason.TWICE, share.index());
        }
        if (shares.size() < header.m()) throw new ShareRejected(Reason.TOO_FEW, shares.size());
    }

    /** All commitments must lie on the polynomials through the given points. */
    private static void requireOneDealing(ItemHeader header, List<Share> points) throws Inconsistent {
        for (int i = 1; i <= header.n(); i++) {
            var value = Polynomial.through(points, i);
            try (var share = Share.of(i, value)) {
                share.check(header);
            } catch (ShareRejected e) {
                throw Inconsistent.sender();
            } finally {
                Arrays.fill(value, (byte) 0);
            }
        }
    }

    /** Deals once more from the seed in the text and compares everything. */
    private static Combined proved(ItemHeader header, List<Recipient> members, Unverified text, SymmetricKey key)
            throws Inconsistent {
        var deal = new Deal(seed(text), members, header.m());
        var again = deal.share(header.context(), key);
        boolean same = again.commits().equals(header.shareCommits())
                && Stanza.digest(again.stanzas()).equals(header.stanzasSha256());
        if (!same) throw Inconsistent.sender();
        return new Combined(text, key, deal.shares(key));
    }

    private static byte[] seed(Unverified text) throws Inconsistent {
        try {
            return text.front(Deal.SEED);
        } catch (OpenFailed e) {
            throw Inconsistent.sender();
        }
    }
}
