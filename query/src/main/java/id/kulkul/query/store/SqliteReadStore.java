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
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;

/** Read models in one SQLite file, in which the tokens of the projections lie too and commit with the documents. */
public final class SqliteReadStore implements ReadStore, Lifecycle, AutoCloseable {
    private final Documents documents = new Documents();
    private final Pending pending = new Pending(documents);
    private final Path path;
    private final ReadFile file;

    /** Opens the file, or makes it; what a rebuild that was interrupted left beside it goes. */
    public SqliteReadStore(Path file) {
        this.path = file;
        this.file = new ReadFile(file, pending);
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
    public boolean isNew() {
        return file.isNew();
    }

    /** Whether a projection says that it has read further than a history of so many events goes: these read models are of another one. */
    public boolean isBeyond(long events) {
        return new SqliteTokens(file).furthest() >= events;
    }

    /** Asks to be told, once, that SQLite calls the file damaged. */
    public void onDamage(Runnable listener) {
        file.onDamage(listener);
    }

    /** Says that these read models lack something until others take their place: a start that finds them begins anew. */
    public void distrust() {
        if (file.isDamaged()) return; // which is found without that
        file.write(link -> {
            link.unmarkShape();
            return true;
        });
    }

    /** The transactions of this file, for the processors of projections. */
    public TransactionManager transactions() {
        return new SqliteTransactions(file);
    }

    /** Undoes the transaction of a thread that something ended in the midst of it, so that others can write again. */
    public void letGo() {
        file.letGo();
    }

    /** The tokens in this file, for the processors of projections. */
    public TokenStore tokens() {
        return new SqliteTokens(file);
    }

    /** Where read models are filled anew before they take the place of these; what an earlier attempt left is gone. */
    public FreshReadStore fresh() {
        return new FreshReadStore(unfinished());
    }

    private Path unfinished() {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    /** Shows the read models of a finished file instead of these; nobody may write meanwhile. */
    public void replaceBy(FreshReadStore fresh) {
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
        return file.read(link -> documents.row(link, shelf, key).map(Documents.Row::held));
    }

    @Override
    public <R> Optional<Held<R>> oneAt(Shelf<R> shelf, String key, long position) {
        return held(shelf, SqlText.oneAt(shelf), key, position).stream().findFirst();
    }

    @Override
    public <R> List<Held<R>> versions(Shelf<R> shelf, String key) {
        return held(shelf, SqlText.versions(shelf), key);
    }

    @Override
    public <R> List<R> all(Shelf<R> shelf, Where where) {
        return documents(held(shelf, SqlText.select(shelf, where), SqlText.values(where)));
    }

    @Override
    public <R> void walk(Shelf<R> shelf, Where where, Predicate<R> goOn) {
        file.read(link -> documents.walk(link, shelf, SqlText.select(shelf, where), goOn, SqlText.values(where)));
    }

    @Override
    public <R> List<R> allAt(Shelf<R> shelf, Where where, long position) {
        return documents(held(shelf, SqlText.selectAt(shelf, where), SqlText.valuesAt(where, position)));
    }

    @Override
    public void erase(UUID caseId, CaseClass caseClass) {
        file.erase(link -> Copies.delete(link, caseId, caseClass));
    }

    private static <R> List<R> documents(List<Held<R>> held) {
        return held.stream().map(Held::document).toList();
    }

    private <R> List<Held<R>> held(Shelf<R> shelf, String sql, Object... values) {
        return file.read(link -> documents.held(link, shelf, sql, values));
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.EXTERNAL_CONNECTIONS, this::close);
    }

    @Override
    public void close() {
        file.close();
    }
}
