package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Rows of the vault that no event needs: as they were, in a table beside it, each with whose it is and since which
 * hour.
 */
final class VaultQuarantine {
    private final SqliteVault vault;

    VaultQuarantine(SqliteVault vault) {
        this.vault = vault;
    }

    /** Takes rows out of the vault, all or none, for a case or for the one row that they are. */
    void put(List<UUID> rows, UUID whose, long hour) {
        vault.change(file -> {
            for (var row : rows) put(file, row, whose, hour);
            return true;
        });
    }

    private static void put(SqliteWriter file, UUID row, UUID whose, long hour) throws SQLException {
        try (var setAside = file.prepare(VaultTable.SET_ASIDE);
                var delete = file.prepare(VaultTable.DELETE)) {
            setAside.setBytes(1, Hex16.bytes(whose));
            setAside.setLong(2, hour);
            setAside.setBytes(3, Hex16.bytes(row));
            setAside.executeUpdate();
            delete.setBytes(1, Hex16.bytes(row));
            delete.executeUpdate();
        }
    }

    /** Puts rows back into the vault as they were. */
    void takeBack(UUID whose) {
        vault.change(file -> {
            try (var takeBack = file.prepare(VaultTable.TAKE_BACK);
                    var noLonger = file.prepare(VaultTable.NO_LONGER_ASIDE)) {
                takeBack.setBytes(1, Hex16.bytes(whose));
                takeBack.executeUpdate();
                noLonger.setBytes(1, Hex16.bytes(whose));
                return noLonger.executeUpdate() > 0;
            }
        });
    }

    /** For whom a row waits here, if it does. */
    Optional<UUID> whose(UUID row) {
        return vault.query(
                VaultTable.FOR_WHOM,
                select -> select.setBytes(1, Hex16.bytes(row)),
                found -> found.next() ? Optional.of(Hex16.uuid(found.getBytes(1))) : Optional.empty());
    }

    /** Whose rows wait here. */
    Set<UUID> whose() {
        return vault.query(VaultTable.ASIDE, select -> {}, found -> {
            var whose = new HashSet<UUID>();
            while (found.next()) whose.add(Hex16.uuid(found.getBytes(1)));
            return whose;
        });
    }

    /** Removes for good what has waited since before an hour. */
    void remove(long beforeHour) {
        vault.change(file -> {
            try (var remove = file.prepare(VaultTable.REMOVE_ASIDE)) {
                remove.setLong(1, beforeHour);
                return remove.executeUpdate() > 0;
            }
        });
    }
}
