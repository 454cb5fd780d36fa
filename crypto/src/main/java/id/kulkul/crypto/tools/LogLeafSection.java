package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;

/** The leaf of one event and its hash. */
final class LogLeafSection implements Section {
    @Override
    public String name() {
        return "logLeaf";
    }

    @Override
    public void check(Case entry) throws InvalidEvidence {
        var leaf = new LogLeaf(
                entry.id("tenant"),
                entry.count("aggType"),
                entry.id("aggregate"),
                entry.number("sequence"),
                entry.count("eventType"),
                entry.number("hour"),
                entry.id("salt"),
                entry.digest("payloadSha256"),
                entry.digest("subject"));
        entry.gives("encoded", LogLeaf.decoded(leaf.encoded()).encoded());
        entry.gives("leafHash", leaf.hash());
    }
}
