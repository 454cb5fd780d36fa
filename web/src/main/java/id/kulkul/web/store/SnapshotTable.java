package id.kulkul.web.store;

import id.kulkul.crypto.seal.Hex16;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;

/** The newest snapshot of each aggregate, kept without the moment it was made, which would tell more than the events do. */
final class SnapshotTable {
    static final List<String> SCHEMA = List.of("""
            CREATE TABLE IF NOT EXISTS snapshot (
              aggregate BLOB PRIMARY KEY,
              sequence INTEGER NOT NULL,
              type TEXT NOT NULL,
              name TEXT NOT NULL,
              revision TEXT,
              state BLOB NOT NULL) WITHOUT ROWID""");
    static final String OF_AGGREGATE = "SELECT sequence, type, name, revision, state FROM snapshot WHERE aggregate = ?";

    private final PreparedStatement replace;

    SnapshotTable(SqliteWriter file) throws SQLException {
        replace = file.prepare("""
            INSERT INTO snapshot (aggregate, sequence, type, name, revision, state) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (aggregate) DO UPDATE SET
              sequence = excluded.sequence, type = excluded.type, name = excluded.name,
              revision = excluded.revision, state = excluded.state
            WHERE excluded.sequence > snapshot.sequence""");
    }

    void replace(DomainEventMessage<?> snapshot, Serializer serializer) throws SQLException {
        var state = snapshot.serializePayload(serializer, byte[].class);
        replace.setBytes(1, Hex16.bytes(Hex16.parse(snapshot.getAggregateIdentifier())));
        replace.setLong(2, snapshot.getSequenceNumber());
        replace.setString(3, snapshot.getType());
        replace.setString(4, state.getType().getName());
        replace.setString(5, state.getType().getRevision());
        replace.setBytes(6, state.getData());
        replace.executeUpdate();
    }

    /** The snapshot as a row whose id and time say nothing. */
    static List<EventRow> rows(UUID aggregate, ResultSet result) throws SQLException {
        if (!result.next()) return List.of();
        return List.of(new EventRow(
                -1,
                new UUID(0, 0),
                result.getString(2),
                aggregate,
                result.getLong(1),
                result.getString(3),
                result.getString(4),
                0,
                result.getBytes(5),
                new byte[Stamps.LENGTH],
                null));
    }
}
