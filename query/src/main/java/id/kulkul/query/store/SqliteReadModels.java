package id.kulkul.query.store;

import java.nio.file.Path;
import java.util.Collection;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;

/** Read models in one SQLite file, which is closed when the configuration of their processors shuts down. */
public final class SqliteReadModels implements ReadModels, Lifecycle, AutoCloseable {
    private final SqliteReadStore store;

    /** Opens the file, or makes it. */
    public SqliteReadModels(Path file) {
        store = new SqliteReadStore(file);
    }

    @Override
    public SqliteReadStore store() {
        return store;
    }

    @Override
    public TokenStore tokens() {
        return store.tokens();
    }

    @Override
    public TransactionManager transactions() {
        return store.transactions();
    }

    @Override
    public void letGo() {
        store.letGo();
    }

    @Override
    public long reached(Collection<String> processors) {
        return store.tokens().reached(processors);
    }

    @Override
    public boolean areOfAnother(long events) {
        return store.isNew() ? events > 0 : store.tokens().furthest() >= events;
    }

    @Override
    public void onDamage(Runnable listener) {
        store.onDamage(listener);
    }

    /** A start that finds what an earlier one left half filled begins anew. */
    @Override
    public void rebuild(Filling filling) throws InterruptedException {
        if (store.isNew()) store.distrust();
        try (var fresh = store.fresh()) {
            fresh.finish(filling.into(fresh));
            store.replaceBy(fresh);
        }
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.EXTERNAL_CONNECTIONS, this::close);
    }

    @Override
    public void close() {
        store.close();
    }
}
