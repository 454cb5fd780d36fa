package id.kulkul.web.store;

import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.util.Optional;

/** The events of the history one after the other, and then again from the first, for as long as somebody asks. */
final class Walk {
    private final StoredEvents history;
    private Position next = Position.FIRST;

    Walk(StoredEvents history) {
        this.history = history;
    }

    /** The next event; empty once at the end of each round. One that cannot be read is passed over by the next call. */
    Optional<StoredEvent> next() {
        Position from = next;
        next = from.next();
        Optional<StoredEvent> event = history.read(from, 1).stream().findFirst();
        next = event.map(found -> found.position().next()).orElse(Position.FIRST);
        return event;
    }
}
