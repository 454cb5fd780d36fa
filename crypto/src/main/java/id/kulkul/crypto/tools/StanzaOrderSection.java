package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Resealing;
import id.kulkul.crypto.seal.Stanza;
import java.util.ArrayList;
import java.util.Comparator;

/** The stanzas of an item for several recipients, and the order in which the header hashes them. */
final class StanzaOrderSection implements Section {
    @Override
    public String name() {
        return "stanzaOrder";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var context = Context.decoded(entry.bytes("context"));
        var stanzas = new ArrayList<Stanza>();
        for (var recipient : entry.parts("recipients")) {
            try (var key = OpeningKey.of(recipient.bytes("seed"))) {
                stanzas.add(Resealing.stanza(
                        key.recipient(),
                        context,
                        entry.digest("commitment"),
                        entry.bytes("dek"),
                        recipient.bytes("encapsulationSeed")));
            }
        }
        stanzas.sort(Comparator.comparing(Stanza::keyId, Hex16.ASCENDING));
        entry.gives(
                "keyIds",
                stanzas.stream().map(stanza -> Hex16.bytes(stanza.keyId())).toList());
        entry.gives("stanzasSha256", Stanza.digest(stanzas));
    }
}
