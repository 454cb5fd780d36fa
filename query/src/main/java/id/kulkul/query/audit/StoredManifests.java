package id.kulkul.query.audit;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.ListsInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the stored events lie that published manifests, and which are the newest; they are few. */
final class StoredManifests {
    private final List<Position> positions = new ArrayList<>();
    private ListsInForce inForce = ListsInForce.NONE;

    /** Takes an event and the list of recipients that it published, if it is such a one. */
    void take(StoredEvent stored, Optional<Digest> list) {
        if (stored.name().equals("manifest-published")) positions.add(stored.position());
        list.ifPresent(digest -> inForce = inForce.with(Hex16.parse(stored.aggregate()), digest));
    }

    /** Their positions so far, in their order. */
    List<Position> positions() {
        return List.copyOf(positions);
    }

    /** The newest of each channel so far. */
    ListsInForce inForce() {
        return inForce;
    }
}
