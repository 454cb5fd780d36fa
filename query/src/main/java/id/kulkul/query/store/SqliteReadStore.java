package id.kulkul.query.store;

import id.kulkul.crypto.vault.CaseClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;

/** The documents of read models in one SQLite file; the tokens of the projections lie there and commit with them. */
public final class SqliteReadStore implements ReadStore, AutoCloseable {
    private final Documents documents = new Documents();
    private final Pending pending = new Pending(documents);
    private final Path path;
    private final ReadFile file;
    private final SqliteTokens tokens;

    /** Opens the file, or makes it; what a rebuild that was interrupted left beside it goes. */
    public SqliteReadStore(Path file) {
        this.path = file;
        this.file = new ReadFile(file, pending);
        this.tokens = new SqliteTokens(this.file);
        try {
            Link.remove(unfinished());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The file itself, for tests that make it fail. */
    ReadFile file() {
        return file;
    }

    /** Whether there were no read models that this program can read, so that these began empty. */
    boolean isNew() {
        return file.isNew();
    }

    /** Asks to be told, once, that SQLite calls the file damaged. */
    void onDamage(Runnable listener) {
        file.trouble().onDamage(listener);
    }

    /**
     * Says that these read models lack something until others take their place: a start that finds them begins anew.
     */
    void distrust() {
        if (file.trouble().isDamage()) return; // which is found without that
        file.write(link -> {
            link.unmarkShape();
            return true;
        });
    }

    /** The transactions of this file, for the processors of projections. */
    TransactionManager transactions() {
        return new SqliteTransactions(file);
    }

    /** Undoes the transaction of a thread that something ended in the midst of it, so that others can write again. */
    void letGo() {
        file.letGo();
    }

    /** The tokens in this file, for the processors of projections. */
    SqliteTokens tokens() {
        return tokens;
    }

    /** Where read models are filled anew before they take the place of these; what an earlier attempt left is gone. */
    FreshReadStore fresh() {
        return new FreshReadStore(unfinished());
    }

    private Path unfinished() {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    /** Shows the read models of a finished file instead of these; nobody may write meanwhile. */
    void replaceBy(FreshReadStore fresh) {
        file.replace(fresh.finished());
    }

    @Override
    public void prepare(Shelf<?> shelf) {
        file.write(link -> {
            for (var sql : SqlText.tables(shelf)) link.execute(sql);
            return true;
        });
    }

    @Override
    public <R> void put(Shelf<R> shelf, String key, long position, R document) {
        file.write(link -> {
            pending.put(link, shelf, key, new Held<>(position, document));
            return true;
        });
    }

    @Override
    public <R> Optional<Held<R>> one(Shelf<R> shelf, String key) {
        if (file.isInTransaction()) return file.write(link -> pending.one(link, shelf, key));
        return file.read(link -> documents.row(link, shelf, key));
    }

    @Override
    public <R> List<R> all(Shelf<R> shelf, Where where) {
        return found(shelf, SqlText.select(shelf, where), SqlText.values(where));
    }

    @Override
    public <R> void walk(Shelf<R> shelf, Where where, Predicate<R> goOn) {
        file.read(link -> documents.walk(link, shelf, SqlText.select(shelf, where), goOn, SqlText.values(where)));
    }

    @Override
    public <R> List<R> allAt(Shelf<R> shelf, Where where, long position) {
        return found(shelf, SqlText.selectAt(shelf, where), SqlText.valuesAt(where, position));
    }

    @Override
    public void erase(UUID caseId, CaseClass caseClass) {
        file.erase(link -> Copies.delete(link, caseId, caseClass));
    }

    private <R> List<R> found(Shelf<R> shelf, String sql, Object... values) {
        return file.read(link -> documents.all(link, shelf, sql, values));
    }

    @Override
    public void close() {
        file.close();
    }
}
