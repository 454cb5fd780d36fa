package id.kulkul.query.audit;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.LogOrigin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The lines of one log in stored order, up to its last checkpoint, without events that it does not cover. */
final class LogRows implements Iterator<ExportLine> {

    private static final int BATCH = 500;

    private final StoredEvents events;
    private final Exports exports;
    private final LogOrigin origin;
    private final Reach reach;
    private final Deque<ExportLine> batch = new ArrayDeque<>();
    private Position next = Position.FIRST;
    private long written;

    LogRows(StoredEvents events, Exports exports, LogOrigin origin, Reach reach) {
        this.events = events;
        this.exports = exports;
        this.origin = origin;
        this.reach = reach;
    }

    @Override
    public boolean hasNext() {
        while (batch.isEmpty() && next.compareTo(reach.lastCheckpoint()) <= 0) {
            List<StoredEvent> rows = events.read(next, BATCH);
            if (rows.isEmpty()) return false;
            rows.forEach(this::take);
            next = rows.getLast().position().next();
        }
        return !batch.isEmpty();
    }

    private void take(StoredEvent stored) {
        if (stored.position().compareTo(reach.lastCheckpoint()) > 0) return;
        Optional<ExportLine> line = exports.line(origin, stored);
        if (line.isEmpty()) return;
        boolean isEvent = line.get() instanceof ExportLine.Event;
        if (isEvent && written == reach.events()) return;
        if (isEvent) written++;
        batch.add(line.get());
    }

    @Override
    public ExportLine next() {
        if (!hasNext()) throw new NoSuchElementException();
        return batch.remove();
    }
}
