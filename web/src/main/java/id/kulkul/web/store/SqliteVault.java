package id.kulkul.web.store;

import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.vault.RowClass;
import id.kulkul.crypto.vault.StaleRow;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.crypto.vault.VaultFailed;
import id.kulkul.crypto.vault.VaultRow;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vault in a SQLite file of its own: rows lie by random id, deleted ones are overwritten before the call returns. */
final class SqliteVault implements Vault, AutoCloseable {
    private static final int READERS = 4;

    private final SqliteWriter file;
    private final PreparedStatement put;
    private final PreparedStatement delete;
    private final VaultQuarantine quarantine;
    private final GroupCommit writer;
    private final SqliteReaders readers;
    private final Suspects<UUID> suspects = new Suspects<>();

    SqliteVault(Path path) throws SQLException {
        Wholeness.check(path);
        file = new SqliteWriter(path, VaultTable.SCHEMA);
        put = file.prepare(VaultTable.PUT);
        delete = file.prepare(VaultTable.DELETE);
        quarantine = new VaultQuarantine(this, file);
        readers = new SqliteReaders(path, READERS);
        writer = new GroupCommit("vault", file, () -> {});
    }

    @Override
    public void write(List<VaultRow> rows) {
        for (var row : rows) {
            suspects.clear(row.owner());
            suspects.clear(row.id());
        }
        change(
                () -> {
                    for (var row : rows) {
                        VaultTable.bind(put, row);
                        if (put.executeUpdate() == 0) throw new StaleRow();
                    }
                    return true;
                },
                rows.size() > 1);
    }

    @Override
    public Optional<VaultRow> find(UUID id) {
        return rows(VaultTable.BY_ID, select -> select.setBytes(1, Hex16.bytes(id))).stream()
                .findFirst();
    }

    @Override
    public List<VaultRow> of(RowClass rowClass, UUID owner) {
        return rows(VaultTable.BY_OWNER, select -> {
            select.setBytes(1, Hex16.bytes(owner));
            select.setInt(2, rowClass.code());
        });
    }

    /** Which rows, by id, and whose, by owner, may soon be removed, if nobody writes them again. */
    Suspects<UUID> suspects() {
        return suspects;
    }

    /** Up to {@code max} rows with greater ids, compared as unsigned bytes, in order. */
    List<VaultRow> after(UUID id, int max) {
        return rows(VaultTable.AFTER, select -> {
            select.setBytes(1, Hex16.bytes(id));
            select.setInt(2, max);
        });
    }

    @Override
    public boolean delete(UUID id) {
        return change(
                () -> {
                    delete.setBytes(1, Hex16.bytes(id));
                    boolean there = delete.executeUpdate() == 1;
                    if (there) file.emptyLogAfterCommit();
                    return there;
                },
                false);
    }

    /** Whether there is a row of that id. */
    boolean has(UUID id) {
        return query(VaultTable.IS_THERE, select -> select.setBytes(1, Hex16.bytes(id)), ResultSet::next);
    }

    /** Where rows wait that no event needs, until they are removed or taken back. */
    VaultQuarantine quarantine() {
        return quarantine;
    }

    /** Changes several rows at once, or none, and leaves nothing of what is deleted in the write-ahead log. */
    void change(SqliteWriter.Work<Boolean> work) {
        change(
                () -> {
                    file.emptyLogAfterCommit();
                    return work.run();
                },
                true);
    }

    /** Why the vault has stopped, or nothing while it takes rows. */
    @Nullable
    StoreStopped stopped() {
        return writer.stopped();
    }

    /** Whether reading has met damage of the file. */
    boolean isDamaged() {
        return readers.isDamaged();
    }

    private boolean change(SqliteWriter.Work<Boolean> work, boolean severalRows) {
        EventLoop.refuse();
        try {
            return writer.write(work, severalRows);
        } catch (SQLException | StoreStopped e) {
            throw new VaultFailed(e);
        }
    }

    private List<VaultRow> rows(String sql, Arguments arguments) {
        return query(sql, arguments, VaultTable::rows);
    }

    /** What is made of the rows that a statement finds. */
    <T> T query(String sql, Arguments arguments, Result<T> made) {
        EventLoop.refuse();
        try {
            return readers.read(reader -> {
                var select = reader.prepare(sql);
                arguments.bind(select);
                try (var result = select.executeQuery()) {
                    return made.of(result);
                }
            });
        } catch (SQLException e) {
            throw new VaultFailed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        readers.close();
        writer.close();
    }

    /** Reads what a statement found. */
    interface Result<T> {
        T of(ResultSet found) throws SQLException;
    }

    /** Gives a statement its values. */
    interface Arguments {
        void bind(PreparedStatement select) throws SQLException;
    }
}
