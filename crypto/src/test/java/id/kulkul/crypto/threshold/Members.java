package id.kulkul.crypto.threshold;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Samples;
import id.kulkul.crypto.seal.Stanza;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A group of members, of whom it takes m, and what they can do. */
record Members(int m, List<OpeningKey> keys) {
    static Members of(int m, int n) {
        var order = Comparator.comparing((OpeningKey key) -> key.recipient().keyId(), Hex16.ASCENDING);
        return new Members(
                m, IntStream.range(0, n).mapToObj(Samples::reader).sorted(order).toList());
    }

    List<Recipient> recipients() {
        return keys.stream().map(OpeningKey::recipient).toList();
    }

    Parcel sealed(String text) {
        return sealed(Kind.IDENTITY, text);
    }

    Parcel sealed(Kind kind, String text) {
        return new ThresholdSeal(Samples.MANIFEST, m, recipients())
                .seal(Samples.context(kind), draft(text), Samples.writer(1), Origin.SENDER);
    }

    static Draft draft(String text) {
        return Draft.of(Draft.IDENTITY, text.getBytes(StandardCharsets.UTF_8));
    }

    Share share(Parcel parcel, int index) throws OpenFailed, ShareRejected {
        return share(parcel.header(), parcel.stanzas(), index);
    }

    Share share(ItemHeader header, List<Stanza> stanzas, int index) throws OpenFailed, ShareRejected {
        return Share.open(header, index, stanzas.get(index - 1), keys.get(index - 1));
    }

    List<Share> shares(Parcel parcel, List<Integer> indices) throws OpenFailed, ShareRejected {
        var shares = new ArrayList<Share>();
        for (int index : indices) shares.add(share(parcel, index));
        return shares;
    }

    static List<List<Integer>> subsets(int n, int size) {
        return IntStream.range(0, 1 << n)
                .filter(set -> Integer.bitCount(set) == size)
                .mapToObj(set -> IntStream.rangeClosed(1, n)
                        .filter(i -> (set >>> (i - 1) & 1) == 1)
                        .boxed()
                        .toList())
                .toList();
    }

    /** The header as a sender would write it who committed to other things. */
    static ItemHeader with(ItemHeader header, List<Digest> commits, List<Stanza> stanzas) {
        return new ItemHeader(
                header.context(),
                header.wrap(),
                header.manifest(),
                header.group(),
                header.ctLength(),
                header.ctSha256(),
                header.commitment(),
                header.m(),
                commits,
                stanzas.size(),
                Stanza.digest(stanzas),
                header.origin());
    }
}
