package id.kulkul.query.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the transaction that is going on: each is read once, changed in memory, and written once before the
 * commit. Those used last stay for the next transaction; a rollback forgets them all.
 */
final class Pending implements Batch {
    private static final int KEPT = 2_000;

    private record Place(String shelf, String key) {}

    /** A version that ended, and where. */
    private record Past<R>(Held<R> held, long to) {}

    /** A document with the versions that have ended since it was last written. */
    private static final class Entry<R> {
        final Shelf<R> shelf;
        final String key;
        final List<Past<R>> ended = new ArrayList<>();

        @Nullable
        Held<R> held;

        Entry(Shelf<R> shelf, String key) {
            this.shelf = shelf;
            this.key = key;
        }
    }

    private final Documents documents;
    private final LinkedHashMap<Place, Entry<?>> used = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Place, Entry<?>> dirty = new HashMap<>();

    Pending(Documents documents) {
        this.documents = documents;
    }

    <R> Optional<Held<R>> one(Link link, Shelf<R> shelf, String key) throws SQLException {
        return Optional.ofNullable(entry(link, shelf, key).held);
    }

    <R> void put(Link link, Shelf<R> shelf, String key, Held<R> next) throws SQLException {
        var entry = entry(link, shelf, key);
        var before = entry.held;
        if (before != null && before.from() >= next.from()) return;
        if (before != null && shelf.versioned()) {
            if (before.document().equals(next.document())) return;
            entry.ended.add(new Past<>(before, next.from()));
        }
        entry.held = next;
        dirty.put(new Place(shelf.name(), key), entry);
    }

    @SuppressWarnings("unchecked")
    private <R> Entry<R> entry(Link link, Shelf<R> shelf, String key) throws SQLException {
        var place = new Place(shelf.name(), key);
        var known = used.get(place);
        if (known != null) return (Entry<R>) known;
        var entry = new Entry<>(shelf, key);
        entry.held = documents.row(link, shelf, key).orElse(null);
        used.put(place, entry);
        return entry;
    }

    @Override
    public void flush(Link link) throws SQLException {
        for (var entry : dirty.values()) write(link, entry);
        dirty.clear();
        var surplus = used.size() - KEPT;
        for (var oldest = used.values().iterator(); surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    private <R> void write(Link link, Entry<R> entry) throws SQLException {
        var held = entry.held;
        if (held == null) return;
        for (var ended : entry.ended) documents.addPast(link, entry.shelf, ended.held(), ended.to());
        entry.ended.clear();
        documents.write(link, entry.shelf, entry.key, held);
    }

    @Override
    public void forget() {
        used.clear();
        dirty.clear();
    }
}
