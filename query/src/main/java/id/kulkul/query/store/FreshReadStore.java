package id.kulkul.query.store;

import id.kulkul.command.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Read models on their way into a file that nobody sees before it is finished: a document is written when it has rested
 * for a while, a version when it has ended. One thread fills it; it answers {@link #one} and nothing else.
 */
public final class FreshReadStore implements ReadStore, AutoCloseable {
    private static final int KEPT = 4_000;
    private static final int SEGMENT = 0;

    private record Place(String shelf, String key) {}

    /** A document in memory, and whether the file has it too. */
    private static final class Entry<R> {
        final Shelf<R> shelf;
        final String key;

        @Nullable
        Held<R> held;

        boolean written = true;

        Entry(Shelf<R> shelf, String key, @Nullable Held<R> held) {
            this.shelf = shelf;
            this.key = key;
            this.held = held;
        }
    }

    private final List<Shelf<?>> shelves = new ArrayList<>();
    private final LinkedHashMap<Place, Entry<?>> used = new LinkedHashMap<>(16, 0.75f, true);
    private final Path path;
    private final Link link;
    private final FreshRows rows;
    private final EarlyForce force;
    private boolean finished;

    FreshReadStore(Path path) {
        this.path = path;
        try {
            Files.deleteIfExists(path);
            link = Link.fresh(path);
            link.execute("BEGIN");
            link.execute(SqliteTokens.TABLE);
            force = new EarlyForce(path);
            rows = new FreshRows(link);
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void prepare(Shelf<?> shelf) {
        if (shelves.contains(shelf)) return;
        shelves.add(shelf);
        run(() -> {
            for (var sql : SqlText.tables(shelf)) link.execute(sql);
        });
    }

    @Override
    public <R> void put(Shelf<R> shelf, String key, long position, R document) {
        put(entry(shelf, key), new Held<>(position, document));
    }

    private <R> void put(Entry<R> entry, Held<R> next) {
        var before = entry.held;
        if (before != null && before.from() >= next.from()) return;
        if (before != null && entry.shelf.versioned()) {
            if (before.document().equals(next.document())) return;
            rows.addEnded(entry.shelf, entry.key, before, next.from());
        }
        entry.held = next;
        entry.written = false;
    }

    @Override
    public <R> Optional<Held<R>> one(Shelf<R> shelf, String key) {
        return Optional.ofNullable(entry(shelf, key).held);
    }

    @SuppressWarnings("unchecked")
    private <R> Entry<R> entry(Shelf<R> shelf, String key) {
        var place = new Place(shelf.name(), key);
        var known = used.get(place);
        if (known != null) return (Entry<R>) known;
        var entry = new Entry<>(shelf, key, written(shelf, key));
        used.put(place, entry);
        if (used.size() > KEPT) write(used.pollFirstEntry().getValue());
        return entry;
    }

    private <R> @Nullable Held<R> written(Shelf<R> shelf, String key) {
        try {
            return rows.one(shelf, key).orElse(null);
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        }
    }

    private <R> void write(Entry<R> entry) {
        var held = entry.held;
        if (held != null && !entry.written) rows.add(entry.shelf, entry.key, held);
        entry.written = true;
    }

    /** Writes what is left, makes the indexes, and forces the file to disk with the positions that its projections have reached. */
    public void finish(Map<String, TrackingToken> tokens) {
        used.values().forEach(this::write);
        rows.settle();
        rows.close();
        run(() -> {
            for (var shelf : shelves) complete(shelf);
            var json = EventJson.serializer();
            for (var token : tokens.entrySet())
                SqliteTokens.store(link, json, token.getValue(), token.getKey(), SEGMENT);
            link.execute("COMMIT");
            link.close();
        });
        try {
            force.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        finished = true;
    }

    /** The versions that hold still are the documents themselves. */
    private void complete(Shelf<?> shelf) throws SQLException {
        if (shelf.versioned())
            link.execute("INSERT INTO " + shelf.name()
                    + "_versions (key, from_position, doc) SELECT key, from_position, doc FROM " + shelf.name());
        for (var sql : SqlText.indexes(shelf)) link.execute(sql);
    }

    Path finished() {
        if (!finished) throw new IllegalStateException("the read models are not finished");
        return path;
    }

    /** Something done with the file. */
    private interface Step {
        void run() throws SQLException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (SQLException failed) {
            throw new ReadStoreFailed(failed);
        }
    }

    @Override
    public <R> Optional<Held<R>> oneAt(Shelf<R> shelf, String key, long position) {
        throw new UnsupportedOperationException("read models answer when they are finished");
    }

    @Override
    public <R> List<R> all(Shelf<R> shelf, Where where) {
        throw new UnsupportedOperationException("read models answer when they are finished");
    }

    @Override
    public <R> List<R> allAt(Shelf<R> shelf, Where where, long position) {
        throw new UnsupportedOperationException("read models answer when they are finished");
    }

    @Override
    public <R> List<Held<R>> versions(Shelf<R> shelf, String key) {
        throw new UnsupportedOperationException("read models answer when they are finished");
    }

    /** Gives up unless finished. */
    @Override
    public void close() {
        try (force) {
            if (finished) return;
            rows.close();
            run(link::close);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
