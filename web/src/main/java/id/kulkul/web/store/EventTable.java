package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How events lie in their file, and the statements that write them; used by one thread at a time. Aggregates are
 * numbered in the order of their first events: their random ids would scatter each batch over the whole index.
 */
final class EventTable {
    static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE IF NOT EXISTS stream (
              number INTEGER PRIMARY KEY,
              aggregate BLOB NOT NULL UNIQUE,
              type TEXT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS event (
              idx INTEGER PRIMARY KEY,
              stream INTEGER NOT NULL,
              sequence INTEGER NOT NULL,
              name TEXT NOT NULL,
              revision TEXT NOT NULL,
              time INTEGER NOT NULL,
              event_id BLOB NOT NULL,
              stamps BLOB NOT NULL,
              metadata BLOB,
              payload BLOB NOT NULL)""",
            "CREATE UNIQUE INDEX IF NOT EXISTS event_of_stream ON event (stream, sequence)",
            "CREATE INDEX IF NOT EXISTS event_at_time ON event (time)");

    private static final String SELECT = """
            SELECT e.idx, s.aggregate, e.sequence, s.type, e.name, e.revision, e.time, e.event_id, e.stamps, e.metadata, e.payload
            """;
    static final String AFTER =
            SELECT + "FROM event e CROSS JOIN stream s ON s.number = e.stream WHERE e.idx > ? ORDER BY e.idx LIMIT ?";
    private static final String BY_AGGREGATE =
            "FROM stream s CROSS JOIN event e ON e.stream = s.number WHERE s.aggregate = ?";
    static final String OF_AGGREGATE = SELECT + BY_AGGREGATE + " AND e.sequence >= ? ORDER BY e.sequence LIMIT ?";
    static final String LAST_SEQUENCE = "SELECT max(e.sequence) " + BY_AGGREGATE;
    static final String FIRST_AT = "SELECT min(idx) FROM event WHERE time >= ?";

    private static final int KNOWN = 4_096;

    private final PreparedStatement findStream;
    private final PreparedStatement insertStream;
    private final PreparedStatement insertEvent;
    /** What lies under the id of an aggregate. */
    private record Stream(long number, String type) {}

    /** The streams of the aggregates written to last; what is taken back is forgotten. */
    private final Map<UUID, Stream> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Stream> oldest) {
            return size() > KNOWN;
        }
    };

    private long next;
    private long nextStream;
    private @Nullable UUID newest;

    EventTable(SqliteWriter file) throws SQLException {
        findStream = file.prepare("SELECT number, type FROM stream WHERE aggregate = ?");
        insertStream = file.prepare("INSERT INTO stream (number, aggregate, type) VALUES (?, ?, ?)");
        insertEvent = file.prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        next = first(file, "SELECT ifnull(max(idx) + 1, 0) FROM event");
        nextStream = first(file, "SELECT ifnull(max(number) + 1, 0) FROM stream");
        newest = at(file, next - 1);
    }

    private static @Nullable UUID at(SqliteWriter file, long index) throws SQLException {
        try (var select = file.prepare("SELECT event_id FROM event WHERE idx = ?")) {
            select.setLong(1, index);
            try (var found = select.executeQuery()) {
                return found.next() ? Hex16.uuid(found.getBytes(1)) : null;
            }
        }
    }

    private static long first(SqliteWriter file, String sql) throws SQLException {
        try (var select = file.prepare(sql);
                var result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Whether storing the rows takes more than one statement. */
    static boolean isSeveral(List<HistoryRow> rows) {
        return rows.size() > 1 || rows.getFirst().sequence() == 0;
    }

    /** Inserts the rows under the next indexes, which are free again when one of the rows is refused. */
    void insert(List<HistoryRow> rows) throws SQLException {
        long firstIndex = next;
        long firstStream = nextStream;
        try {
            for (var row : rows) insert(row, streamOf(row));
            newest = rows.getLast().eventId();
        } catch (SQLException | RuntimeException e) {
            next = firstIndex;
            nextStream = firstStream;
            rows.forEach(row -> known.remove(row.aggregate()));
            throw e;
        }
    }

    /** No stream ever holds events of two types, whoever chose the id. */
    private long streamOf(HistoryRow row) throws SQLException {
        var stream = known.get(row.aggregate());
        if (stream == null) {
            stream = storedStreamOf(row);
            known.put(row.aggregate(), stream);
        }
        if (!stream.type().equals(row.aggregateType())) throw new WrongStream(row, stream.type());
        return stream.number();
    }

    private Stream storedStreamOf(HistoryRow row) throws SQLException {
        byte[] aggregate = Hex16.bytes(row.aggregate());
        findStream.setBytes(1, aggregate);
        try (var found = findStream.executeQuery()) {
            if (found.next()) return new Stream(found.getLong(1), found.getString(2));
        }
        insertStream.setLong(1, nextStream);
        insertStream.setBytes(2, aggregate);
        insertStream.setString(3, row.aggregateType());
        insertStream.executeUpdate();
        return new Stream(nextStream++, row.aggregateType());
    }

    private void insert(HistoryRow row, long stream) throws SQLException {
        insertEvent.setLong(1, next);
        insertEvent.setLong(2, stream);
        insertEvent.setLong(3, row.sequence());
        insertEvent.setString(4, row.name());
        insertEvent.setString(5, row.revision());
        insertEvent.setLong(6, row.time());
        insertEvent.setBytes(7, Hex16.bytes(row.eventId()));
        insertEvent.setBytes(8, row.stamps());
        insertEvent.setBytes(9, row.rest());
        insertEvent.setBytes(10, row.payload());
        insertEvent.executeUpdate();
        next++;
    }

    /** The index that the next event gets. */
    long next() {
        return next;
    }

    /** The newest event, if there is one. */
    @Nullable
    UUID newest() {
        return newest;
    }

    /** Whether the file holds that event at that index. */
    static boolean holds(SqliteWriter file, long index, UUID event) throws SQLException {
        return event.equals(at(file, index));
    }

    /** All rows of a result. */
    static List<HistoryRow> rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<HistoryRow>();
        while (result.next()) {
            rows.add(new HistoryRow(
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
