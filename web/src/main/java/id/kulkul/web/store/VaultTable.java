package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.VaultRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How rows of the vault lie in their file: without a row number, which would tell the order in which they came. */
final class VaultTable {
    static final List<String> SCHEMA =
            List.of("""
            CREATE TABLE IF NOT EXISTS vault (
              id BLOB PRIMARY KEY,
              class INTEGER NOT NULL,
              owner BLOB NOT NULL,
              kek_epoch INTEGER NOT NULL,
              version INTEGER NOT NULL,
              blob BLOB NOT NULL) WITHOUT ROWID""", "CREATE INDEX IF NOT EXISTS vault_of_owner ON vault (owner, class)", """
            CREATE TABLE IF NOT EXISTS quarantine (
              id BLOB PRIMARY KEY,
              whose BLOB NOT NULL,
              hour INTEGER NOT NULL,
              class INTEGER NOT NULL,
              owner BLOB NOT NULL,
              kek_epoch INTEGER NOT NULL,
              version INTEGER NOT NULL,
              blob BLOB NOT NULL) WITHOUT ROWID""");

    private static final String SELECT = "SELECT id, class, owner, kek_epoch, version, blob FROM vault ";
    static final String BY_ID = SELECT + "WHERE id = ?";
    static final String BY_OWNER = SELECT + "WHERE owner = ? AND class = ? ORDER BY id";
    static final String AFTER = SELECT + "WHERE id > ? ORDER BY id LIMIT ?";
    static final String DELETE = "DELETE FROM vault WHERE id = ?";
    private static final List<String> WITH_ROWS = List.of("vault", "quarantine");

    static final String IS_THERE = "SELECT 1 FROM vault WHERE id = ?";
    /** Binds for whom rows are set aside, the hour, and which row. */
    static final String SET_ASIDE = """
            INSERT OR REPLACE INTO quarantine (id, whose, hour, class, owner, kek_epoch, version, blob)
            SELECT id, ?, ?, class, owner, kek_epoch, version, blob FROM vault WHERE id = ?""";

    static final String FOR_WHOM = "SELECT whose FROM quarantine WHERE id = ?";
    static final String ASIDE = "SELECT DISTINCT whose FROM quarantine";
    /** What was written anew meanwhile is the newer one and stays. */
    static final String TAKE_BACK = """
            INSERT OR IGNORE INTO vault (id, class, owner, kek_epoch, version, blob)
            SELECT id, class, owner, kek_epoch, version, blob FROM quarantine WHERE whose = ?""";

    static final String NO_LONGER_ASIDE = "DELETE FROM quarantine WHERE whose = ?";
    static final String REMOVE_ASIDE = "DELETE FROM quarantine WHERE hour < ?";
    /** Changes nothing where the stored row is not older. */
    static final String PUT = """
            INSERT INTO vault (id, class, owner, kek_epoch, version, blob) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET kek_epoch = excluded.kek_epoch, version = excluded.version, blob = excluded.blob
            WHERE excluded.version > vault.version AND excluded.class = vault.class AND excluded.owner = vault.owner""";

    private VaultTable() {}

    static void bind(PreparedStatement put, VaultRow row) throws SQLException {
        put.setBytes(1, Hex16.bytes(row.id()));
        put.setInt(2, row.rowClass().code());
        put.setBytes(3, Hex16.bytes(row.owner()));
        put.setLong(4, row.kekEpoch());
        put.setLong(5, row.version());
        put.setBytes(6, row.blob());
    }

    /** Whether the file holds that row, or a newer one in its place. */
    static boolean holds(SqliteWriter file, VaultRow row) throws SQLException {
        try (var select = file.prepare("SELECT version FROM vault WHERE id = ?")) {
            select.setBytes(1, Hex16.bytes(row.id()));
            try (var found = select.executeQuery()) {
                return found.next() && found.getLong(1) >= row.version();
            }
        }
    }

    /** Deletes a row, also one in the quarantine, and returns how many there were. */
    static int delete(SqliteWriter file, UUID id) throws SQLException {
        int deleted = 0;
        for (var table : WITH_ROWS) {
            try (var delete = file.prepare("DELETE FROM " + table + " WHERE id = ?")) {
                delete.setBytes(1, Hex16.bytes(id));
                deleted += delete.executeUpdate();
            }
        }
        return deleted;
    }

    /** The same for all rows of a class and an owner. */
    static int delete(SqliteWriter file, RowClass rowClass, UUID owner) throws SQLException {
        int deleted = 0;
        for (var table : WITH_ROWS) {
            try (var delete = file.prepare("DELETE FROM " + table + " WHERE owner = ? AND class = ?")) {
                delete.setBytes(1, Hex16.bytes(owner));
                delete.setInt(2, rowClass.code());
                deleted += delete.executeUpdate();
            }
        }
        return deleted;
    }

    static List<VaultRow> rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<VaultRow>();
        while (result.next()) {
            rows.add(new VaultRow(
                    Hex16.uuid(result.getBytes(1)),
                    RowClass.of(result.getInt(2)),
                    Hex16.uuid(result.getBytes(3)),
                    result.getLong(4),
                    result.getLong(5),
                    result.getBytes(6)));
        }
        return rows;
    }
}
