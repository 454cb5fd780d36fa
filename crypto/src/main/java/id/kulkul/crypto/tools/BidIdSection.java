package id.kulkul.crypto.tools;

import id.kulkul.crypto.threshold.BidIds;

/** The id of a supplier's bid. */
final class BidIdSection implements Section {
    @Override
    public String name() {
        return "bidId";
    }

    @Override
    public void check(Case entry) {
        entry.gives("bidId", BidIds.of(entry.id("tender"), entry.id("supplier"), entry.count("attempt")));
    }
}
