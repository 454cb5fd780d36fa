package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Kind;

/** The 81 bytes of a place. */
final class ContextSection implements Section {
    @Override
    public String name() {
        return "context";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var context = new Context(
                Kind.of(entry.count("kind")),
                entry.id("tenant"),
                entry.id("scope"),
                entry.id("aggregate"),
                entry.id("item"),
                entry.number("epoch"),
                entry.number("seq"));
        entry.gives("encoded", context.encoded());
    }
}
