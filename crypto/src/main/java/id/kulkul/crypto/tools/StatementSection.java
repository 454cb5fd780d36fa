package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Statement;
import id.kulkul.crypto.seal.SigningKey;

/** A person's signed step, about an item, a request or a confirmation. */
final class StatementSection implements Section {
    @Override
    public String name() {
        return "statement";
    }

    @Override
    public void check(Case entry) {
        var about = about(entry);
        entry.gives("about", about);
        var statement = new Statement(
                entry.id("tenant"),
                entry.id("aggregate"),
                entry.count("eventType"),
                about,
                entry.count("code"),
                entry.number("hour"));
        try (var person = SigningKey.of(entry.bytes("personSeed"))) {
            entry.gives("signature", statement.sign(person));
        }
    }

    private static Digest about(Case entry) {
        if (entry.has("request")) return Statement.about(entry.id("request"));
        var item = entry.digest("itemDigest");
        return entry.has("addendumSha256") ? Statement.confirmation(item, entry.digest("addendumSha256")) : item;
    }
}
