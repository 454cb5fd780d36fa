package id.kulkul.query.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements over the documents of a shelf: fields are read by the same expression that is indexed. */
final class SqlText {
    /** A version that held at a position, which is bound twice. */
    static final String AT = "from_position <= ? AND (to_position IS NULL OR to_position > ?)";

    private SqlText() {}

    static List<String> tables(Shelf<?> shelf) {
        var current = "CREATE TABLE IF NOT EXISTS " + shelf.name()
                + " (key TEXT PRIMARY KEY, from_position INTEGER NOT NULL, doc TEXT NOT NULL)";
        if (!shelf.versioned()) return List.of(current);
        var versions = "CREATE TABLE IF NOT EXISTS " + shelf.name()
                + "_versions (key TEXT NOT NULL, from_position INTEGER NOT NULL, to_position INTEGER, doc TEXT NOT NULL)";
        return List.of(current, versions);
    }

    /** What finds rows of the tables, made after them because a filled table is indexed at once. */
    static List<String> indexes(Shelf<?> shelf) {
        var sql = new ArrayList<String>();
        if (shelf.versioned())
            sql.add("CREATE UNIQUE INDEX IF NOT EXISTS " + shelf.name() + "_versions_by_key ON " + shelf.name()
                    + "_versions (key, from_position)");
        for (var index : shelf.indexes()) sql.add(index(shelf.name(), index));
        return sql;
    }

    private static String index(String table, String fields) {
        var expressions = Arrays.stream(fields.split(",")).map(SqlText::field).collect(Collectors.joining(", "));
        return "CREATE INDEX IF NOT EXISTS " + table + "_by_" + fields.replace(',', '_') + " ON " + table + " ("
                + expressions + ")";
    }

    static String select(String table, Where where) {
        return select(table, tests(where), where);
    }

    static String selectAt(String table, Where where) {
        return select(table + "_versions", Stream.concat(tests(where), Stream.of(AT)), where);
    }

    private static String select(String table, Stream<String> tests, Where where) {
        var all = tests.collect(Collectors.joining(" AND "));
        var order = where.order().stream().map(SqlText::field).collect(Collectors.joining(", "));
        return "SELECT from_position, doc FROM " + table
                + (all.isEmpty() ? "" : " WHERE " + all)
                + (order.isEmpty() ? "" : " ORDER BY " + order)
                + " LIMIT ?";
    }

    /** What is bound to the statement, in its order; the limit comes last. */
    static Object[] values(Where where) {
        return Stream.concat(where.conditions().stream().map(test -> bound(test.value())), Stream.of(where.limit()))
                .toArray();
    }

    private static Stream<String> tests(Where where) {
        return where.conditions().stream()
                .map(test -> field(test.field()) + " " + test.comparison().sign() + " ?");
    }

    /** JSON's true is read as 1. */
    private static Object bound(Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : value;
    }

    private static String field(String name) {
        if (!name.matches("[A-Za-z]+")) throw new IllegalArgumentException("not a field: " + name);
        return "json_extract(doc, '$." + name + "')";
    }
}
