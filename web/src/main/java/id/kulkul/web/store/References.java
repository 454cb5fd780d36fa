package id.kulkul.web.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything outside the history that the history needs: the blobs and stanzas of accepted items, and the aggregates
 * that exist.
 */
final class References {
    private static final int PAGE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<Digest> blobs = new HashSet<>();
    private final Set<UUID> stanzas = new HashSet<>();
    private final Set<String> aggregates = new HashSet<>();
    private final Set<String> reports = new HashSet<>();
    private Instant newest = Instant.MIN;

    private final StoredEvents history;
    private final Predicate<StoredEvent> intact;
    private Position next = Position.FIRST;

    /** Knows nothing yet. */
    References(StoredEvents history) {
        this(history, event -> true);
    }

    /** Passes over events that are not what they were: their own damage is told elsewhere. */
    References(StoredEvents history, Predicate<StoredEvent> intact) {
        this.history = history;
        this.intact = intact;
    }

    /** Reads the history, a page at a time, from where it was read to before. */
    void readOn() throws IOException {
        for (var page = history.read(next, PAGE); !page.isEmpty(); page = history.read(next, PAGE)) {
            for (var event : page) if (intact.test(event)) add(event);
            next = page.getLast().position().next();
        }
    }

    private void add(StoredEvent event) throws IOException {
        aggregates.add(event.aggregate());
        if (isBeginning(event)) reports.add(event.aggregate());
        if (event.time().isAfter(newest)) newest = event.time();
        for (var item : items(event)) {
            blobs.add(item.ctSha256());
            stanzas.add(CaseVault.stanzaId(item.context().item()));
        }
    }

    /** The headers of the items that an event accepted. */
    static List<ItemHeader> items(StoredEvent event) throws IOException {
        var headers = new ArrayList<ItemHeader>();
        for (var item : JSON.readTree(event.payload()).path("items")) {
            try {
                headers.add(ItemHeader.decoded(Base64.getUrlDecoder().decode(item.textValue())));
            } catch (OpenFailed e) {
                throw new IOException("A stored event has an item that is none", e);
            }
        }
        return headers;
    }

    /** Whether a case begins with an event, so that its first rows are needed. */
    static boolean isBeginning(StoredEvent event) {
        return event.name().equals("report-submitted");
    }

    /** The time of the newest event. */
    Instant newest() {
        return newest;
    }

    /** The rows of the vault without which cases and items of the history cannot be read. */
    Stream<UUID> rows() {
        return Stream.concat(
                reports.stream().map(Hex16::parse).flatMap(report -> CaseVault.firstRows(report).stream()),
                stanzas.stream());
    }

    /** The ciphertexts of all items. */
    Stream<Digest> blobs() {
        return blobs.stream();
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
