package id.kulkul.query.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one shelf that were used last, each with what the file lacks of it; whoever falls out must be
 * written.
 */
final class Recent<R> {
    private static final int KEPT = 1_500;

    /** A document in memory, and whether the file has it too. */
    static final class Entry<R> {
        final String key;
        boolean written = true;

        @Nullable
        Held<R> held;

        Entry(String key, @Nullable Held<R> held) {
            this.key = key;
            this.held = held;
        }
    }

    final Shelf<R> shelf;
    private final LinkedHashMap<String, Entry<R>> used = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Entry<R> last;

    Recent(Shelf<R> shelf) {
        this.shelf = shelf;
    }

    /** The entry of a key, found in memory or else read. */
    Entry<R> of(String key, Function<String, @Nullable Held<R>> read) {
        var again = last;
        if (again != null && again.key.equals(key)) return again;
        var entry = used.get(key);
        if (entry == null) {
            entry = new Entry<>(key, read.apply(key));
            used.put(key, entry);
        }
        last = entry;
        return entry;
    }

    /** Takes out the entry that was used longest ago, if there are more than are kept. */
    @Nullable
    Entry<R> surplus() {
        return used.size() > KEPT ? used.pollFirstEntry().getValue() : null;
    }

    Collection<Entry<R>> all() {
        return used.values();
    }
}
