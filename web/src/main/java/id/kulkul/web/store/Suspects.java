package id.kulkul.web.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a look found without an event: it may be removed only while nobody writes it again or asks for it, and nobody
 * does while it is removed.
 */
final class Suspects<T> {
    private final Map<T, Boolean> ids = new ConcurrentHashMap<>();

    /** Takes ids under suspicion, in place of those before. */
    void are(Collection<T> found) {
        ids.keySet().retainAll(found);
        for (T id : found) ids.put(id, true);
    }

    /** Somebody needs it: waits for a removal under way, and lets none begin. */
    void clear(T id) {
        ids.remove(id);
    }

    /** Removes it if it is still under suspicion, and says whether it was. */
    boolean remove(T id, Removal removal) throws IOException {
        boolean[] removed = {false};
        try {
            ids.computeIfPresent(id, (same, suspected) -> {
                removal.runUnchecked();
                removed[0] = true;
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return removed[0];
    }

    /** Takes one thing off a disk. */
    interface Removal {
        void run() throws IOException;

        private void runUnchecked() {
            try {
                run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
