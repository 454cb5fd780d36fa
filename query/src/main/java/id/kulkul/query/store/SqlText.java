package id.kulkul.query.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements over the documents of a shelf: fields are read by the same expression that is indexed. */
final class SqlText {
    private static final Map<String, String> WRITE = new ConcurrentHashMap<>();
    private static final Map<String, String> ADD_PAST = new ConcurrentHashMap<>();

    private SqlText() {}

    /** The tables of a shelf and what finds rows of them. */
    static List<String> tables(Shelf<?> shelf) {
        var sql = new ArrayList<String>();
        sql.add("CREATE TABLE IF NOT EXISTS " + shelf.name()
                + " (key TEXT PRIMARY KEY, from_position INTEGER NOT NULL, past INTEGER NOT NULL, doc TEXT NOT NULL)");
        if (shelf.versioned())
            sql.add(
                    "CREATE TABLE IF NOT EXISTS " + shelf.name() + "_past (id INTEGER PRIMARY KEY,"
                            + " from_position INTEGER NOT NULL, to_position INTEGER NOT NULL, past INTEGER NOT NULL, doc TEXT NOT NULL)");
        for (var index : shelf.indexes()) sql.add(index(shelf.name(), index));
        return sql;
    }

    private static String index(String table, String fields) {
        var expressions = Arrays.stream(fields.split(",")).map(SqlText::field).collect(Collectors.joining(", "));
        return "CREATE INDEX IF NOT EXISTS " + table + "_by_" + fields.replace(',', '_') + " ON " + table + " ("
                + expressions + ")";
    }

    static String row(Shelf<?> shelf) {
        return "SELECT from_position, doc, past FROM " + shelf.name() + " WHERE key = ?";
    }

    static String write(Shelf<?> shelf) {
        return WRITE.computeIfAbsent(
                shelf.name(),
                table -> "INSERT INTO " + table + " (key, from_position, past, doc) VALUES (?, ?, ?, CAST(? AS TEXT))"
                        + " ON CONFLICT (key) DO UPDATE"
                        + " SET from_position = excluded.from_position, past = excluded.past, doc = excluded.doc");
    }

    static String addPast(Shelf<?> shelf) {
        return ADD_PAST.computeIfAbsent(
                shelf.name(),
                table -> "INSERT INTO " + table
                        + "_past (id, from_position, to_position, past, doc) VALUES (?, ?, ?, ?, CAST(? AS TEXT))");
    }

    /** Every version of a key, the oldest first. */
    static String versions(Shelf<?> shelf) {
        return history(shelf) + " ORDER BY from_position";
    }

    /** The version of a key that held at a position. */
    static String oneAt(Shelf<?> shelf) {
        return history(shelf) + " WHERE from_position <= ? ORDER BY from_position DESC LIMIT 1";
    }

    private static String history(Shelf<?> shelf) {
        return "WITH RECURSIVE version (from_position, past, doc) AS (SELECT from_position, past, doc FROM "
                + shelf.name() + " WHERE key = ? UNION ALL SELECT older.from_position, older.past, older.doc FROM "
                + shelf.name() + "_past AS older JOIN version ON older.id = version.past)"
                + " SELECT from_position, doc FROM version";
    }

    static String select(Shelf<?> shelf, Where where) {
        return select(shelf.name(), tests(where)) + end(where);
    }

    static Object[] values(Where where) {
        return Stream.concat(bound(where), Stream.of(where.limit())).toArray();
    }

    /** Over the documents that hold since before the position, and the versions that held then. */
    static String selectAt(Shelf<?> shelf, Where where) {
        var now = Stream.concat(tests(where), Stream.of("from_position <= ?"));
        var then = Stream.concat(tests(where), Stream.of("from_position <= ?", "to_position > ?"));
        var both = select(shelf.name(), now) + " UNION ALL " + select(shelf.name() + "_past", then);
        return "SELECT from_position, doc FROM (" + both + ")" + end(where);
    }

    static Object[] valuesAt(Where where, long position) {
        var now = Stream.concat(bound(where), Stream.of(position));
        var then = Stream.concat(bound(where), Collections.nCopies(2, position).stream());
        return Stream.of(now, then, Stream.of(where.limit()))
                .flatMap(part -> part)
                .toArray();
    }

    private static String select(String table, Stream<String> tests) {
        var all = tests.collect(Collectors.joining(" AND "));
        return "SELECT from_position, doc FROM " + table + (all.isEmpty() ? "" : " WHERE " + all);
    }

    private static String end(Where where) {
        var order = where.order().stream().map(SqlText::field).collect(Collectors.joining(", "));
        return (order.isEmpty() ? "" : " ORDER BY " + order) + " LIMIT ?";
    }

    private static Stream<String> tests(Where where) {
        return where.conditions().stream()
                .map(test -> field(test.field()) + " " + test.comparison().sign() + " ?");
    }

    /** JSON's true is read as 1. */
    private static Stream<Object> bound(Where where) {
        return where.conditions().stream()
                .map(test -> test.value() instanceof Boolean truth ? Integer.valueOf(truth ? 1 : 0) : test.value());
    }

    private static String field(String name) {
        if (!name.matches("[A-Za-z]+")) throw new IllegalArgumentException("not a field: " + name);
        return "json_extract(doc, '$." + name + "')";
    }
}
