package id.kulkul.query.audit;

import java.util.ArrayList;
import java.util.List;

/** Where the stored events lie that published manifests; they are few. */
final class StoredManifests {
    private final List<Long> positions = new ArrayList<>();

    void take(StoredEvent stored) {
        if (stored.name().equals("manifest-published")) positions.add(stored.index());
    }

    /** Their global indexes so far, in their order. */
    List<Long> positions() {
        return List.copyOf(positions);
    }
}
