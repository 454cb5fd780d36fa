package id.kulkul.query.store;

import id.kulkul.crypto.vault.CaseClass;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Read models as JSON documents: each is the answer at one position of the event stream. A versioned shelf keeps every
 * answer with the positions between which it held. Everything here can be thrown away and rebuilt from the events.
 */
public interface ReadStore extends Shelves {
    /** The current documents that match, in the order and number that the criterion asks for. */
    <R> List<R> all(Shelf<R> shelf, Where where);

    /**
     * Gives the current documents that match to a visitor, in the order that the criterion asks for, until that has
     * enough of them. The visitor asks nothing of this store.
     *
     * @param goOn false where it wants no more
     */
    <R> void walk(Shelf<R> shelf, Where where, Predicate<R> goOn);

    /** The documents that matched at a position; only on a versioned shelf. */
    <R> List<R> allAt(Shelf<R> shelf, Where where, long position);

    /**
     * Deletes every document that holds a clear copy of a class of a case, past versions too: once it returns, no file
     * of this store holds any of their bytes. It is asked outside of a transaction, once every projection has read the
     * event after which that text is found no more. Whoever got no answer asks again.
     */
    void erase(UUID caseId, CaseClass caseClass);
}
