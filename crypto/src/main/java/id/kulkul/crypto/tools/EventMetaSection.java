package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.EventMeta;

/** How a leaf hashes a stored payload together with what its row says. */
final class EventMetaSection implements Section {
    @Override
    public String name() {
        return "eventMeta";
    }

    @Override
    public void check(Case entry) {
        var meta = new EventMeta(
                entry.id("eventId"),
                entry.count("aggType"),
                entry.id("aggregate"),
                entry.number("sequence"),
                entry.count("eventType"),
                entry.count("revision"),
                entry.id("actor"),
                entry.number("timeMillis"));
        entry.gives("encoded", meta.encoded());
        entry.gives("payloadSha256", meta.payloadSha256(entry.bytes("payload")));
    }
}
