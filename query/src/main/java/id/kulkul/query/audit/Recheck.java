package id.kulkul.query.audit;

import id.kulkul.crypto.log.LogName;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the whole history again, a little at a time and for ever, and compares each row with the leaf that was signed
 * for.
 */
public final class Recheck {
    private final StoredEvents events;
    private final Leaves leaves;
    private Iterator<LogName> logs = List.of(LogName.values()).iterator();
    private LogName log = logs.next();
    private long index;

    /** Begins with the first leaf of the first log. */
    public Recheck(StoredEvents events, Leaves leaves) {
        this.events = events;
        this.leaves = leaves;
    }

    /** Compares so many leaves, padding included; what differs is damage of its log from then on. */
    public void next(int count) {
        for (int i = 0; i < count; i++) {
            if (index < leaves.size(log)) compare(new LeafIndex(log, index++));
            else begin();
        }
    }

    private void begin() {
        if (!logs.hasNext()) logs = List.of(LogName.values()).iterator();
        log = logs.next();
        index = 0;
    }

    private void compare(LeafIndex leaf) {
        Optional<Position> position = leaves.position(leaf);
        if (position.isEmpty()) return;
        boolean same =
                events.at(position.get()).filter(row -> leaves.holds(leaf, row)).isPresent();
        if (!same) leaves.damaged(leaf);
    }
}
