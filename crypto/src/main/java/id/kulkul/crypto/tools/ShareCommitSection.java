package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.threshold.Share;

/** The public commitment to one share. */
final class ShareCommitSection implements Section {
    @Override
    public String name() {
        return "shareCommit";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        try (var share = Share.of(entry.count("index"), entry.bytes("share"))) {
            var context = Context.decoded(entry.bytes("context"));
            entry.gives("commit", share.commit(context, entry.count("m"), entry.count("n")));
        }
    }
}
