package id.kulkul.query.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements over the documents of a shelf, whose fields are columns beside them. */
final class SqlText {
    private static final Map<Shelf<?>, String> WRITE = new ConcurrentHashMap<>();
    private static final Map<Shelf<?>, String> ADD_PAST = new ConcurrentHashMap<>();

    private SqlText() {}

    /** The tables of a shelf and what finds rows of them. */
    static List<String> tables(Shelf<?> shelf) {
        var sql = new ArrayList<String>();
        sql.add("CREATE TABLE IF NOT EXISTS " + shelf.name()
                + " (key TEXT PRIMARY KEY, from_position INTEGER NOT NULL, doc BLOB NOT NULL"
                + columns(shelf.fields()) + ")");
        if (shelf.versioned())
            sql.add("CREATE TABLE IF NOT EXISTS " + shelf.name()
                    + "_past (from_position INTEGER NOT NULL, to_position INTEGER NOT NULL, doc BLOB NOT NULL"
                    + columns(shelf.everFields()) + ")");
        for (var field : shelf.fields()) {
            if (field.found() == Field.Found.EACH) sql.addAll(Each.tables(shelf.name(), field.name()));
            else
                sql.add("CREATE INDEX IF NOT EXISTS " + shelf.name() + "_by_" + field.name() + " ON " + shelf.name()
                        + " (" + column(field.name()) + ")");
        }
        return sql;
    }

    static String row(Shelf<?> shelf) {
        return "SELECT from_position, doc FROM " + shelf.name() + " WHERE key = ?";
    }

    /** Binds key, position, the document, and its fields. */
    static String write(Shelf<?> shelf) {
        return WRITE.computeIfAbsent(
                shelf,
                any -> "INSERT INTO " + shelf.name() + " (key, from_position, doc" + columns(shelf.fields())
                        + ") VALUES (?, ?, ?" + places(shelf.fields()) + ") ON CONFLICT (key) DO UPDATE SET "
                        + replaced(shelf));
    }

    /** Binds both positions, the document, and its fields. */
    static String addPast(Shelf<?> shelf) {
        return ADD_PAST.computeIfAbsent(
                shelf,
                any -> "INSERT INTO " + shelf.name() + "_past (from_position, to_position, doc"
                        + columns(shelf.everFields()) + ") VALUES (?, ?, ?" + places(shelf.everFields()) + ")");
    }

    private static String places(List<?> fields) {
        return ", ?".repeat(fields.size());
    }

    private static String replaced(Shelf<?> shelf) {
        var fields = shelf.fields().stream().map(field -> column(field.name()));
        return Stream.concat(Stream.of("from_position", "doc"), fields)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
    }

    private static String columns(List<? extends Field<?>> fields) {
        return fields.stream().map(field -> ", " + column(field.name())).collect(Collectors.joining());
    }

    static String column(String field) {
        return "field_" + field;
    }

    static String select(Shelf<?> shelf, Where where) {
        return "SELECT doc FROM " + shelf.name() + tests(shelf, where, Stream.of()) + end(shelf, where);
    }

    static Object[] values(Where where) {
        return Stream.concat(bound(where), Stream.of(where.limit())).toArray();
    }

    /** Over the documents that hold since before the position, and the versions that held then. */
    static String selectAt(Shelf<?> shelf, Where where) {
        var asked = Stream.concat(where.conditions().stream().map(Where.Condition::field), where.order().stream());
        var ever = shelf.everFields().stream().map(Field::name).toList();
        if (!asked.allMatch(ever::contains))
            throw new IllegalArgumentException("versions that ended are found by " + ever);
        var all = "SELECT doc" + columns(shelf.everFields()) + " FROM " + shelf.name();
        var now = all + tests(shelf, where, Stream.of("from_position <= ?"));
        var then = all + "_past" + tests(shelf, where, Stream.of("from_position <= ?", "to_position > ?"));
        return "SELECT doc FROM (" + now + " UNION ALL " + then + ")" + end(shelf, where);
    }

    static Object[] valuesAt(Where where, long position) {
        var now = Stream.concat(bound(where), Stream.of(position));
        var then = Stream.concat(bound(where), Collections.nCopies(2, position).stream());
        return Stream.of(now, then, Stream.of(where.limit()))
                .flatMap(part -> part)
                .toArray();
    }

    private static String tests(Shelf<?> shelf, Where where, Stream<String> others) {
        var own = where.conditions().stream().map(test -> test(shelf, test));
        var all = Stream.concat(own, others).collect(Collectors.joining(" AND "));
        return all.isEmpty() ? "" : " WHERE " + all;
    }

    private static String test(Shelf<?> shelf, Where.Condition test) {
        var column = known(shelf, test.field());
        return switch (test.comparison()) {
            case HOLDS -> Each.test(shelf.name(), test.field());
            case HAS -> Each.testOfEach(shelf.name(), test.field());
            case EQUAL, BEFORE, AFTER -> column + " " + test.comparison().sign() + " ?";
        };
    }

    private static String end(Shelf<?> shelf, Where where) {
        var order = where.order().stream().map(field -> known(shelf, field)).collect(Collectors.joining(", "));
        return (order.isEmpty() ? "" : " ORDER BY " + order) + " LIMIT ?";
    }

    private static String known(Shelf<?> shelf, String name) {
        if (shelf.fields().stream().noneMatch(field -> field.name().equals(name)))
            throw new IllegalArgumentException("not a field of " + shelf.name() + ": " + name);
        return column(name);
    }

    private static Stream<@Nullable Object> bound(Where where) {
        return where.conditions().stream().map(test -> bound(test.value()));
    }

    /** How a field is kept: a truth value as 1 or 0, several texts as {@link Each} reads them. */
    static @Nullable Object bound(@Nullable Object value) {
        if (value instanceof List<?> texts) return Each.bound(texts);
        return value instanceof Boolean truth ? Integer.valueOf(truth ? 1 : 0) : value;
    }
}
