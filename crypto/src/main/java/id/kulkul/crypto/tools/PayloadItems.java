package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LossFacts;
import id.kulkul.crypto.log.PayloadFacts;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.ArrayList;
import java.util.List;

/** Finds the headers of sealed items, what names a case, and what declares a loss, in the JSON of a stored event. */
final class PayloadItems {

    private PayloadItems() {}

    static PayloadFacts of(byte[] payload) throws InvalidEvidence {
        try {
            Json event = Json.parse(payload);
            return new PayloadFacts(
                    items(event),
                    event.has("reporterKeys")
                            ? Digest.parse(event.at("reporterKeys").text())
                            : null,
                    event.has("nonce") ? Hex16.parse(event.at("nonce").text()) : null,
                    event.has("newOrigin") ? loss(event) : null,
                    event.has("manifest")
                            ? ListsInForce.digest(event.at("manifest").base64())
                            : null);
        } catch (IllegalArgumentException | OpenFailed e) {
            throw new InvalidEvidence("unreadable-payload");
        }
    }

    private static LossFacts loss(Json event) {
        return new LossFacts(
                event.at("oldOrigin").text(),
                event.at("lastWitnessedSize").number(),
                Digest.parse(event.at("root").text()),
                event.at("restoredSize").number(),
                event.at("newOrigin").text());
    }

    private static List<ItemHeader> items(Json event) throws OpenFailed {
        if (!event.has("items")) return List.of();
        List<ItemHeader> headers = new ArrayList<>();
        for (Json item : event.at("items").list()) headers.add(ItemHeader.decoded(item.base64()));
        return headers;
    }
}
