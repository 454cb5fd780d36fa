package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Recipient;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.threshold.Deal;
import id.kulkul.crypto.threshold.Share;
import java.util.ArrayList;
import java.util.List;

/** The whole dealing of a key from its seed. */
final class DealSection implements Section {
    @Override
    public String name() {
        return "deal";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var deal = new Deal(entry.bytes("dealSeed"), members(entry.byteStrings("memberSeeds")), entry.count("m"));
        try (var key = SymmetricKey.of(entry.bytes("dek"))) {
            entry.gives("shares", deal.shares(key).stream().map(Share::bytes).toList());
            var shared = deal.share(Context.decoded(entry.bytes("context")), key);
            entry.givesDigests("shareCommits", shared.commits());
            entry.gives("firstStanza", shared.stanzas().getFirst().encoded());
            entry.gives("stanzasSha256", Stanza.digest(shared.stanzas()));
        }
    }

    private static List<Recipient> members(List<byte[]> seeds) {
        var members = new ArrayList<Recipient>();
        for (var seed : seeds) {
            try (var member = OpeningKey.of(seed)) {
                members.add(member.recipient());
            }
        }
        return members;
    }
}
