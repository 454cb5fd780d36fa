package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The vault in a SQLite file of its own: rows lie by random id, and of a deleted one nothing is left in its files. */
final class SqliteVault implements Vault, AutoCloseable {
    private static final int READERS = 4;

    private final Rows rows = new Rows();
    private final VaultQuarantine quarantine = new VaultQuarantine(this);
    private final GroupCommit writer;
    private final SqliteReaders readers;
    private final Suspects<UUID> suspects = new Suspects<>();

    SqliteVault(Path path) throws SQLException {
        this(path, () -> new SqliteWriter(path, VaultTable.SCHEMA), Reserve.NONE);
    }

    SqliteVault(Path path, Reserve reserve) throws SQLException {
        this(path, () -> new SqliteWriter(path, VaultTable.SCHEMA), reserve);
    }

    SqliteVault(Path path, SqliteWriter.Opening opening, Reserve reserve) throws SQLException {
        Wholeness.check(path);
        writer = new GroupCommit("vault", opening, rows, reserve);
        readers = new SqliteReaders(path, READERS);
    }

    @Override
    public void write(List<VaultRow> changed) {
        for (var row : changed) {
            suspects.clear(row.owner());
            suspects.clear(row.id());
        }
        change(
                () -> {
                    for (var row : changed) rows.put(row);
                    return true;
                },
                changed.size() > 1);
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
                        () -> rows.delete(file -> VaultTable.delete(file, id), row -> row.id()
                                .equals(id)),
                        true)
                > 0;
    }

    @Override
    public int delete(RowClass rowClass, UUID owner) {
        return change(
                () -> rows.delete(
                        file -> VaultTable.delete(file, rowClass, owner),
                        row -> row.rowClass() == rowClass && row.owner().equals(owner)),
                true);
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
    void change(Change change) {
        change(() -> rows.change(change), true);
    }

    /** Changes rows behind a connection; used by the thread whose turn it is. */
    interface Change {
        boolean on(SqliteWriter file) throws SQLException;
    }

    /** Why the vault takes no rows now or ever, or nothing while it does. */
    @Nullable
    StoreRefused refusal() {
        return writer.refusal();
    }

    /** Whether reading has met damage of the file. */
    boolean isDamaged() {
        return readers.isDamaged();
    }

    private <T> T change(SqliteWriter.Work<T> work, boolean severalRows) {
        EventLoop.refuse();
        try {
            return writer.write(work, severalRows);
        } catch (SQLException | StoreRefused e) {
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

    /** The rows behind the connection of the moment; used by the thread whose turn it is. */
    private static final class Rows implements Contents {
        private @Nullable Statements statements;
        private @Nullable VaultRow latest;
        private @Nullable VaultRow acknowledged;

        private record Statements(SqliteWriter file, PreparedStatement put) {}

        @Override
        public void attach(SqliteWriter file) throws SQLException {
            var newest = acknowledged;
            if (newest != null && !VaultTable.holds(file, newest))
                throw new IllegalStateException("the vault lacks what was acknowledged");
            file.emptyLogAfterCommit(); // a connection before this one may have failed to
            latest = newest;
            statements = new Statements(file, file.prepare(VaultTable.PUT));
        }

        @Override
        public void committed() {
            acknowledged = latest;
        }

        void put(VaultRow row) throws SQLException {
            var put = Objects.requireNonNull(statements).put();
            VaultTable.bind(put, row);
            if (put.executeUpdate() == 0) throw new StaleRow();
            latest = withoutContent(row);
        }

        private static VaultRow withoutContent(VaultRow row) {
            return new VaultRow(row.id(), row.rowClass(), row.owner(), row.kekEpoch(), row.version(), new byte[0]);
        }

        boolean change(Change change) throws SQLException {
            var file = Objects.requireNonNull(statements).file();
            file.emptyLogAfterCommit();
            latest = null;
            return change.on(file);
        }

        /**
         * The file is written anew even where nothing is left to delete, since an attempt before may have failed to.
         */
        int delete(Deletion deletion, Predicate<VaultRow> deleted) throws SQLException {
            var file = Objects.requireNonNull(statements).file();
            file.rewriteAfterCommit();
            if (latest != null && deleted.test(latest)) latest = null;
            return deletion.on(file);
        }
    }

    /** Deletes rows behind a connection and says how many. */
    private interface Deletion {
        int on(SqliteWriter file) throws SQLException;
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
