package id.kulkul.query.store;

import java.util.Collection;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** All that the projections keep, wherever it lies: documents and tokens, which commit together or not at all. */
public interface ReadModels {
    /** Folds a history into shelves, and says how far each processor has read when that is done. */
    interface Filling {
        Map<String, TrackingToken> into(Shelves shelves) throws InterruptedException;
    }

    /** The documents. */
    ReadStore store();

    /** The tokens, for the processors of projections. */
    TokenStore tokens();

    /** The transactions that bind documents and tokens, for the processors of projections. */
    TransactionManager transactions();

    /** Undoes the transaction of a thread that something ended in the midst of it, so that others can write again. */
    void letGo();

    /** How many events of the history all of these processors have folded, as the stored tokens say. */
    long reached(Collection<String> processors);

    /** Whether these cannot be those of a history of so many events: none that can be read, or of a longer one. */
    boolean areOfAnother(long events);

    /** Asks to be told, once until the next rebuild, that these turned out to be damaged. */
    void onDamage(Runnable listener);

    /**
     * Fills others from nothing and lets them take the place of these, which answer until then. No processor may write
     * meanwhile.
     */
    void rebuild(Filling filling) throws InterruptedException;
}
