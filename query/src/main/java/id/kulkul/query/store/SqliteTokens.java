package id.kulkul.query.store;

import id.kulkul.command.EventJson;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * How far each projection has read, in the same file and transaction as its documents. The home is locked by one
 * process and each processor has one segment, so that nobody has to claim anything.
 */
final class SqliteTokens implements TokenStore {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS token (processor TEXT NOT NULL, segment INTEGER NOT NULL, type TEXT,"
                    + " token TEXT, PRIMARY KEY (processor, segment)) WITHOUT ROWID";
    private static final int SEGMENT = 0;

    private final Serializer serializer = EventJson.serializer();
    private final ReadFile file;

    SqliteTokens(ReadFile file) {
        this.file = file;
        file.write(link -> {
            link.execute(TABLE);
            return true;
        });
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        file.write(link -> store(link, serializer, token, processor, segment));
    }

    /** For the one segment that each processor has. */
    static int store(Link link, Serializer json, TrackingToken token, String processor) throws SQLException {
        return store(link, json, token, processor, SEGMENT);
    }

    private static int store(Link link, Serializer json, @Nullable TrackingToken token, String processor, int segment)
            throws SQLException {
        var stored = token == null ? null : json.serialize(token, String.class);
        var type = stored == null ? null : stored.getType().getName();
        var text = stored == null ? null : stored.getData();
        var sql = "INSERT INTO token (processor, segment, type, token) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (processor, segment) DO UPDATE SET type = excluded.type, token = excluded.token";
        return link.update(sql, processor, segment, type, text);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return file.read(link -> fetch(link, processor, segment)).orElse(null);
    }

    private Optional<TrackingToken> fetch(Link link, String processor, int segment) throws SQLException {
        var sql = "SELECT type, token FROM token WHERE processor = ? AND segment = ? AND token IS NOT NULL";
        try (var rows = link.query(sql, processor, segment)) {
            if (!rows.next()) return Optional.empty();
            return Optional.of(token(rows.getString(1), rows.getString(2)));
        }
    }

    /** The index of the last event that any projection has read, -1 before the first. */
    long furthest() {
        return file.read(link -> {
            long furthest = -1;
            try (var rows = link.query("SELECT type, token FROM token WHERE token IS NOT NULL")) {
                while (rows.next()) furthest = Math.max(furthest, position(rows.getString(1), rows.getString(2)));
            }
            return furthest;
        });
    }

    /** How many events all of these processors have folded, as their tokens say. */
    long reached(Collection<String> processors) {
        return file.read(link -> {
            var reached = Long.MAX_VALUE;
            for (var processor : processors) {
                var token = fetch(link, processor, SEGMENT);
                reached =
                        Math.min(reached, 1 + token.map(SqliteTokens::position).orElse(-1L));
            }
            return reached;
        });
    }

    private static long position(TrackingToken token) {
        return token.position().orElse(-1);
    }

    private long position(String type, String text) {
        return position(token(type, text));
    }

    private TrackingToken token(String type, String text) {
        return serializer.deserialize(new SimpleSerializedObject<>(text, String.class, type, null));
    }

    @Override
    public int[] fetchSegments(String processor) {
        return file.read(link -> {
            var segments = new ArrayList<Integer>();
            try (var rows = link.query("SELECT segment FROM token WHERE processor = ? ORDER BY segment", processor)) {
                while (rows.next()) segments.add(rows.getInt(1));
            }
            return segments.stream().mapToInt(Integer::intValue).toArray();
        });
    }

    @Override
    public void extendClaim(String processor, int segment) {}

    @Override
    public void releaseClaim(String processor, int segment) {}

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of("read-file");
    }
}
