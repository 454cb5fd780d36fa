package id.kulkul.query.audit;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.LogOrigin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;

/** The lines of one log in stored order, up to its last checkpoint, without events that it does not cover. */
final class LogRows extends Spliterators.AbstractSpliterator<ExportLine> {

    private static final int BATCH = 500;

    private final StoredEvents events;
    private final LogOrigin origin;
    private final Leaves.Reach reach;
    private final Deque<StoredEvent> batch = new ArrayDeque<>();
    private long next;
    private long written;

    LogRows(StoredEvents events, LogOrigin origin, Leaves.Reach reach) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.events = events;
        this.origin = origin;
        this.reach = reach;
    }

    @Override
    public boolean tryAdvance(Consumer<? super ExportLine> action) {
        for (Optional<StoredEvent> stored = next(); stored.isPresent(); stored = next()) {
            Optional<ExportLine> line = Exports.line(origin, stored.get());
            boolean isEvent = line.isPresent() && line.get() instanceof ExportLine.Event;
            if (line.isEmpty() || (isEvent && written == reach.events())) continue;
            if (isEvent) written++;
            action.accept(line.get());
            return true;
        }
        return false;
    }

    private Optional<StoredEvent> next() {
        if (batch.isEmpty() && next <= reach.lastCheckpoint()) {
            List<StoredEvent> rows = events.read(next, BATCH);
            batch.addAll(rows);
            next += Math.max(1, rows.size());
        }
        StoredEvent stored = batch.poll();
        return stored == null || stored.index() > reach.lastCheckpoint() ? Optional.empty() : Optional.of(stored);
    }
}
