package id.kulkul.web.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.OpenFailed;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Everything outside the history that the history needs: the blobs and stanzas of accepted items, and the aggregates that exist. */
final class References {
    private static final int PAGE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<Digest> blobs = new HashSet<>();
    private final Set<UUID> stanzas = new HashSet<>();
    private final Set<String> aggregates = new HashSet<>();

    private final StoredEvents history;
    private long next;

    /** Knows nothing yet. */
    References(StoredEvents history) {
        this.history = history;
    }

    /** Reads the history, a page at a time, from where it was read to before. */
    void readOn() throws IOException {
        for (var page = history.read(next, PAGE); !page.isEmpty(); page = history.read(next, PAGE)) {
            for (var event : page) add(event);
            next = page.getLast().index() + 1;
        }
    }

    private void add(StoredEvent event) throws IOException {
        aggregates.add(event.aggregate());
        for (var item : JSON.readTree(event.payload()).path("items")) add(item.textValue());
    }

    private void add(String item) throws IOException {
        try {
            var header = ItemHeader.decoded(Base64.getUrlDecoder().decode(item));
            blobs.add(header.ctSha256());
            stanzas.add(CaseVault.stanzaId(header.context().item()));
        } catch (OpenFailed e) {
            throw new IOException("A stored event has an item that is none", e);
        }
    }

    boolean hasBlob(Digest address) {
        return blobs.contains(address);
    }

    boolean hasStanzas(UUID row) {
        return stanzas.contains(row);
    }

    /** Whether an aggregate of that id, 32 hex digits, has any event. */
    boolean hasAggregate(String id) {
        return aggregates.contains(id);
    }
}
