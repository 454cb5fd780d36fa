package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Resealing;
import id.kulkul.crypto.threshold.Purpose;
import id.kulkul.crypto.threshold.Share;
import id.kulkul.crypto.threshold.ShareRelease;

/** A share released to a requester, for the disclosure of an identity or for the opening of bids. */
final class ShareReleaseSection implements Section {
    @Override
    public String name() {
        return "shareRelease";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var context = Context.decoded(entry.bytes("context"));
        int index = entry.count("index");
        var purpose = entry.has("request")
                ? new Purpose.Disclosure(entry.id("request"))
                : new Purpose.BidOpening(entry.digest("listSha256"));
        try (var share = Share.of(index, entry.bytes("share"));
                var requester = OpeningKey.of(entry.bytes("requesterSeed"))) {
            var info = purpose.info(context, index);
            var commit = share.commit(context, entry.count("m"), entry.count("n"));
            var stanza = Resealing.stanza(
                    requester.recipient(), info, commit, share.bytes(), entry.bytes("encapsulationSeed"));
            entry.gives("info", info);
            entry.gives("shareCommit", commit);
            entry.gives("release", new ShareRelease(index, stanza).encoded());
        }
    }
}
