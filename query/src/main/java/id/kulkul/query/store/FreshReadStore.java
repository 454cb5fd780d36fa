package id.kulkul.query.store;

import id.kulkul.command.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Read models on their way into a file that nobody sees before it is finished: a document is written when it has rested
 * for a while, a version when it has ended. One thread fills it.
 */
final class FreshReadStore implements Shelves, AutoCloseable {
    private final Map<String, Recent<?>> shelves = new HashMap<>();
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
        if (shelves.putIfAbsent(shelf.name(), new Recent<>(shelf)) != null) return;
        rows.settle();
        run(() -> {
            for (var sql : SqlText.tables(shelf)) link.execute(sql);
        });
    }

    @Override
    public <R> void put(Shelf<R> shelf, String key, long position, R document) {
        var entry = entry(shelf, key);
        var before = entry.held;
        if (before != null && before.from() >= position) return;
        if (before != null && shelf.versioned()) {
            if (before.document().equals(document)) return;
            rows.addPast(shelf, before, position);
        }
        entry.held = new Held<>(position, document);
        entry.written = false;
    }

    @Override
    public <R> Optional<Held<R>> one(Shelf<R> shelf, String key) {
        return Optional.ofNullable(entry(shelf, key).held);
    }

    @SuppressWarnings("unchecked")
    private <R> Recent.Entry<R> entry(Shelf<R> shelf, String key) {
        var recent = (Recent<R>) Objects.requireNonNull(shelves.get(shelf.name()), "a shelf is prepared first");
        var entry = recent.of(key, any -> rows.one(shelf, any).orElse(null));
        var surplus = recent.surplus();
        if (surplus != null) write(recent.shelf, surplus);
        return entry;
    }

    private <R> void write(Shelf<R> shelf, Recent.Entry<R> entry) {
        var held = entry.held;
        if (held != null && !entry.written) rows.add(shelf, entry.key, held);
        entry.written = true;
    }

    private <R> void writeAll(Recent<R> recent) {
        recent.all().forEach(entry -> write(recent.shelf, entry));
    }

    /** Writes what is left, and forces the file to disk with the positions that its projections have reached. */
    void finish(Map<String, TrackingToken> tokens) {
        shelves.values().forEach(this::writeAll);
        rows.settle();
        rows.close();
        run(() -> {
            var json = EventJson.serializer();
            for (var token : tokens.entrySet()) SqliteTokens.store(link, json, token.getValue(), token.getKey());
            link.commit();
            link.close();
        });
        try {
            force.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        finished = true;
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

    /** Gives up unless finished, and leaves nothing on a disk that may be full. */
    @Override
    public void close() {
        try (force) {
            if (finished) return;
            rows.close();
            run(link::close);
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
