package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.OpenFailed;
import java.util.ArrayList;
import java.util.List;

/** Finds the headers of sealed items in the JSON of a stored event. */
final class PayloadItems {

    private PayloadItems() {}

    static List<ItemHeader> of(byte[] payload) throws InvalidEvidence {
        try {
            Json event = Json.parse(payload);
            if (!event.has("items")) return List.of();
            List<ItemHeader> headers = new ArrayList<>();
            for (Json item : event.at("items").list()) headers.add(ItemHeader.decoded(item.base64()));
            return headers;
        } catch (IllegalArgumentException | OpenFailed e) {
            throw new InvalidEvidence("unreadable-payload");
        }
    }
}
