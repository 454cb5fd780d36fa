package id.kulkul.crypto.tools;

import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.threshold.OpeningList;

/** The list of bids to be opened, and a member's signature over it. */
final class OpeningListSection implements Section {
    @Override
    public String name() {
        return "openingList";
    }

    @Override
    public void check(Case entry) {
        try (var session = OpeningKey.of(entry.bytes("sessionSeed"));
                var member = SigningKey.of(entry.bytes("memberSeed"))) {
            var list = new OpeningList(
                    entry.id("tenant"),
                    entry.id("tender"),
                    entry.count("envelope"),
                    entry.number("closedSize"),
                    session.recipient(),
                    entry.digests("itemDigests"));
            entry.gives("encoded", list.encoded());
            entry.gives("sha256", list.digest());
            entry.gives("signature", list.sign(member));
        }
    }
}
