package id.kulkul.query.store;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.CaseClass;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The documents that hold clear copies of a case, found in every table that has a column for them, past versions too.
 */
final class Copies {
    private static final String TABLES =
            "SELECT tables.name FROM sqlite_master AS tables, pragma_table_info(tables.name)"
                    + " AS columns WHERE tables.type = 'table' AND columns.name = ?";

    private Copies() {}

    /** The field that names the case of which a document holds a copy. */
    static String field(CaseClass caseClass) {
        return switch (caseClass) {
            case CONTENT -> "contentOf";
            case IDENTITY -> "identityOf";
            case STAFF_NOTES -> "staffNotesOf";
        };
    }

    /** Deletes them, and returns how many there were. */
    static int delete(Link link, UUID caseId, CaseClass caseClass) throws SQLException {
        var column = SqlText.column(field(caseClass));
        int deleted = 0;
        for (var table : tables(link, column))
            deleted += link.update("DELETE FROM " + table + " WHERE " + column + " = ?", Hex16.of(caseId));
        return deleted;
    }

    private static List<String> tables(Link link, String column) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = link.query(TABLES, column)) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }
}
