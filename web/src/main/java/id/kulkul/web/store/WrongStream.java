package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** An event was not stored: the stream of its id holds events of another type of aggregate. */
public final class WrongStream extends EventStoreException {
    private static final long serialVersionUID = 1;

    WrongStream(HistoryRow row, String type) {
        super("The stream " + Hex16.of(row.aggregate()) + " is of the type " + type + ", not " + row.aggregateType());
    }
}
