package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.WrapSuite;

/** The bytes and the digest of a header. */
final class ItemHeaderSection implements Section {
    @Override
    public String name() {
        return "itemHeader";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var header = new ItemHeader(
                Context.decoded(entry.bytes("context")),
                WrapSuite.of(entry.count("wrapSuite")),
                entry.digest("manifestDigest"),
                entry.count("group"),
                entry.number("ctLen"),
                entry.digest("ctSha256"),
                entry.digest("commitment"),
                entry.count("m"),
                entry.digests("shareCommits"),
                entry.count("stanzaCount"),
                entry.digest("stanzasSha256"),
                Origin.of(entry.count("origin")));
        entry.gives("encoded", header.encoded());
        entry.gives("itemDigest", ItemHeader.decoded(header.encoded()).digest());
    }
}
