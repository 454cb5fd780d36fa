package id.kulkul.query.store;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The table beside a shelf in which a document stands once for each of several texts; SQLite keeps it by the column in
 * which they stand together, whoever writes or deletes the row.
 */
final class Each {
    private Each() {}

    static List<String> tables(String shelf, String field) {
        var table = table(shelf, field);
        var column = SqlText.column(field);
        var enter = "INSERT INTO " + table + " SELECT DISTINCT value, NEW.key FROM json_each(NEW." + column + "); ";
        var leave = "DELETE FROM " + table + " WHERE key = OLD.key AND value IN (SELECT value FROM json_each(OLD."
                + column + ")); ";
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + table
                        + " (value TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (value, key)) WITHOUT ROWID",
                trigger(table, "entered", "INSERT ON " + shelf, enter),
                trigger(
                        table,
                        "changed",
                        "UPDATE OF " + column + " ON " + shelf + " WHEN OLD." + column + " IS NOT NEW." + column,
                        leave + enter),
                trigger(table, "left", "DELETE ON " + shelf, leave));
    }

    private static String trigger(String table, String what, String when, String then) {
        return "CREATE TRIGGER IF NOT EXISTS " + table + "_" + what + " AFTER " + when + " BEGIN " + then + "END";
    }

    /** True of the documents that have the text; it is bound once. */
    static String test(String shelf, String field) {
        return "key IN (SELECT key FROM " + table(shelf, field) + " WHERE value = ?)";
    }

    /** The same, by which SQLite looks into each document in the order in which it finds them. */
    static String testOfEach(String shelf, String field) {
        var table = table(shelf, field);
        return "EXISTS (SELECT 1 FROM " + table + " WHERE value = ? AND " + table + ".key = " + shelf + ".key)";
    }

    private static String table(String shelf, String field) {
        return shelf + "_each_" + field;
    }

    /** A JSON array of texts that need no escape. */
    static String bound(List<?> texts) {
        return texts.stream().map(Each::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(Object text) {
        String plain = text.toString();
        if (!plain.chars().allMatch(Each::isPlain))
            throw new IllegalArgumentException("not a text by which a document is found");
        return '"' + plain + '"';
    }

    private static boolean isPlain(int letter) {
        return ('a' <= letter && letter <= 'z') || ('0' <= letter && letter <= '9') || ('A' <= letter && letter <= 'Z');
    }
}
