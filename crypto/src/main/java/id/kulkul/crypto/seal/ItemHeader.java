package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.StructWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What is public about a sealed item, bound by one digest: its place, its recipients' manifest and group, the hash of
 * its ciphertext and of its stanzas.
 */
public record ItemHeader(
        Context context,
        WrapSuite wrap,
        Digest manifest,
        int group,
        long ctLength,
        Digest ctSha256,
        Digest commitment,
        int m,
        List<Digest> shareCommits,
        int stanzaCount,
        Digest stanzasSha256,
        Origin origin) {
    /** The group of an item that all holders of a share open together. */
    public static final int ALL_SHARES = 255;

    private static final String MAGIC = "KULI";
    private static final int SIZE = 232;
    private static final int VERSION = 1;
    private static final int CONTENT_SUITE = 1;

    public ItemHeader {
        shareCommits = List.copyOf(shareCommits);
        boolean counts = wrap.fits(m, shareCommits.size(), stanzaCount);
        if (!counts || !PayloadCipher.isLength(ctLength) || group < 0 || group > 255 || stanzaCount > 0xffff) {
            throw new IllegalArgumentException("The parts of this header contradict each other.");
        }
        if (wrap == WrapSuite.NONE && !stanzasSha256.equals(Digest.sha256())) {
            throw new IllegalArgumentException("A header without stanzas carries the hash of nothing.");
        }
    }

    /** The number of shares; 0 if the item is not shared out. */
    public int n() {
        return shareCommits.size();
    }

    /** 232 bytes and 32 for each share. */
    public byte[] encoded() {
        var out = new StructWriter(SIZE + Digest.SIZE * n())
                .ascii(MAGIC)
                .u8(VERSION)
                .raw(context.encoded())
                .u16(CONTENT_SUITE)
                .u16(wrap.code())
                .digest(manifest)
                .u8(group)
                .u64(ctLength)
                .digest(ctSha256)
                .digest(commitment)
                .u8(m)
                .u8(n());
        shareCommits.forEach(out::digest);
        return out.u16(stanzaCount).digest(stanzasSha256).u8(origin.code()).bytes();
    }

    /** Reads exactly one header; every irregularity is the same failure. */
    public static ItemHeader decoded(byte[] bytes) throws OpenFailed {
        var in = new StructReader(bytes);
        var header = read(in);
        in.end();
        return header;
    }

    /** Reads one header from the front of what is left. */
    public static ItemHeader read(StructReader in) throws OpenFailed {
        StructReader.require(in.expect(MAGIC).u8() == VERSION);
        var context = Context.read(in);
        StructReader.require(in.u16() == CONTENT_SUITE);
        try {
            return rest(context, in);
        } catch (IllegalArgumentException e) {
            throw new OpenFailed();
        }
    }

    private static ItemHeader rest(Context context, StructReader in) throws OpenFailed {
        var wrap = WrapSuite.of(in.u16());
        var manifest = in.digest();
        int group = in.u8();
        long ctLength = in.u64();
        var ctSha256 = in.digest();
        var commitment = in.digest();
        int m = in.u8();
        int n = in.u8();
        var commits = new ArrayList<Digest>();
        for (int i = 0; i < n; i++) commits.add(in.digest());
        return new ItemHeader(
                context,
                wrap,
                manifest,
                group,
                ctLength,
                ctSha256,
                commitment,
                m,
                commits,
                in.u16(),
                in.digest(),
                Origin.of(in.u8()));
    }

    /** The item's digest, under which events and signatures know it. */
    public Digest digest() {
        return Digest.labelled("kulkul/v1/item", encoded());
    }

    /** True if the ciphertext has one of the sizes that items of this kind may have. */
    public boolean hasAllowedSize() {
        return Buckets.allows(context.kind(), PayloadCipher.plainLength(ctLength));
    }

    /** True if these are the stanzas of the header, all of them and in their order. */
    public boolean covers(List<Stanza> stanzas) {
        return stanzas.size() == stanzaCount
                && (wrap == WrapSuite.EACH ? Stanza.ascending(stanzas) : Stanza.distinct(stanzas))
                && Stanza.digest(stanzas).equals(stanzasSha256);
    }

    /** The subject of a submission of these items, in their order; 32 zero bytes if there is none. */
    public static Digest subject(List<ItemHeader> headers) {
        if (headers.isEmpty()) return Digest.ZERO;
        var out = new StructWriter(2 + Digest.SIZE * headers.size()).u16(headers.size());
        for (var header : headers) out.digest(header.digest());
        return Digest.labelled("kulkul/v1/items", out.bytes());
    }
}
