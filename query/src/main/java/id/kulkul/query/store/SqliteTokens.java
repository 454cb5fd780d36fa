package id.kulkul.query.store;

import id.kulkul.command.EventJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * How far each projection has read, in the same file and transaction as its documents. The home is locked by one process
 * and each processor has one segment, so that nobody has to claim anything.
 */
final class SqliteTokens implements TokenStore {
    private final Serializer serializer = EventJson.serializer();
    private final ReadFile file;

    SqliteTokens(ReadFile file) {
        this.file = file;
        file.write(connection -> {
            ReadFile.execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS token (processor TEXT NOT NULL, segment INTEGER NOT NULL, type TEXT,"
                            + " token TEXT, PRIMARY KEY (processor, segment)) WITHOUT ROWID");
            return true;
        });
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        var stored = token == null ? null : serializer.serialize(token, String.class);
        var sql = "INSERT INTO token (processor, segment, type, token) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (processor, segment) DO UPDATE SET type = excluded.type, token = excluded.token";
        file.write(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, processor);
                statement.setInt(2, segment);
                statement.setString(3, stored == null ? null : stored.getType().getName());
                statement.setString(4, stored == null ? null : stored.getData());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return file.read(connection -> fetch(connection, processor, segment)).orElse(null);
    }

    private Optional<TrackingToken> fetch(Connection connection, String processor, int segment) throws SQLException {
        var sql = "SELECT type, token FROM token WHERE processor = ? AND segment = ? AND token IS NOT NULL";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, processor);
            statement.setInt(2, segment);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                return Optional.of(serializer.deserialize(
                        new SimpleSerializedObject<>(rows.getString(2), String.class, rows.getString(1), null)));
            }
        }
    }

    @Override
    public int[] fetchSegments(String processor) {
        var sql = "SELECT segment FROM token WHERE processor = ? ORDER BY segment";
        return file.read(connection -> {
            var segments = new ArrayList<Integer>();
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, processor);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) segments.add(rows.getInt(1));
                }
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
