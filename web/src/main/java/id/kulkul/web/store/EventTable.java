package id.kulkul.web.store;

import id.kulkul.crypto.seal.Hex16;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How events lie in their file, and the statements that write them; used by the writer's thread only. */
final class EventTable {
    static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE IF NOT EXISTS event (
              idx INTEGER PRIMARY KEY,
              aggregate BLOB NOT NULL,
              sequence INTEGER NOT NULL,
              type TEXT NOT NULL,
              name TEXT NOT NULL,
              revision TEXT NOT NULL,
              time INTEGER NOT NULL,
              event_id BLOB NOT NULL,
              stamps BLOB NOT NULL,
              metadata BLOB,
              payload BLOB NOT NULL)""",
            "CREATE UNIQUE INDEX IF NOT EXISTS event_of_aggregate ON event (aggregate, sequence)",
            "CREATE INDEX IF NOT EXISTS event_at_time ON event (time)");

    private static final String COLUMNS =
            "idx, aggregate, sequence, type, name, revision, time, event_id, stamps, metadata, payload";
    static final String AFTER = "SELECT " + COLUMNS + " FROM event WHERE idx > ? ORDER BY idx LIMIT ?";
    static final String OF_AGGREGATE =
            "SELECT " + COLUMNS + " FROM event WHERE aggregate = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
    static final String LAST_SEQUENCE = "SELECT max(sequence) FROM event WHERE aggregate = ?";
    static final String FIRST_AT = "SELECT min(idx) FROM event WHERE time >= ?";

    private final PreparedStatement insert;
    private long next;

    EventTable(SqliteWriter file) throws SQLException {
        insert = file.prepare("INSERT INTO event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        try (var last = file.prepare("SELECT max(idx) FROM event");
                var rows = last.executeQuery()) {
            next = rows.next() && rows.getObject(1) != null ? rows.getLong(1) + 1 : 0;
        }
    }

    /** Inserts the rows under the next indexes, which are free again when one of the rows is refused. */
    void insert(List<EventRow> rows) throws SQLException {
        long first = next;
        try {
            for (var row : rows) insert(row);
        } catch (SQLException | RuntimeException e) {
            next = first;
            throw e;
        }
    }

    private void insert(EventRow row) throws SQLException {
        insert.setLong(1, next);
        insert.setBytes(2, Hex16.bytes(row.aggregate()));
        insert.setLong(3, row.sequence());
        insert.setString(4, row.aggregateType());
        insert.setString(5, row.name());
        insert.setString(6, row.revision());
        insert.setLong(7, row.time());
        insert.setBytes(8, Hex16.bytes(row.eventId()));
        insert.setBytes(9, row.stamps());
        insert.setBytes(10, row.rest());
        insert.setBytes(11, row.payload());
        insert.executeUpdate();
        next++;
    }

    /** The index that the next event gets. */
    long next() {
        return next;
    }

    /** All rows of a result. */
    static List<EventRow> rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<EventRow>();
        while (result.next()) {
            rows.add(new EventRow(
                    result.getLong(1),
                    Hex16.uuid(result.getBytes(8)),
                    result.getString(4),
                    Hex16.uuid(result.getBytes(2)),
                    result.getLong(3),
                    result.getString(5),
                    result.getString(6),
                    result.getLong(7),
                    result.getBytes(11),
                    result.getBytes(9),
                    result.getBytes(10)));
        }
        return rows;
    }
}
