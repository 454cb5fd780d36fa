package id.kulkul.web.bench;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** One writer: units of work of one event each, ten events to an aggregate. */
final class Appender {
    /** An event of about 400 bytes as JSON. */
    record Noted(String text, int number) {}

    private static final String TEXT = "d".repeat(370);
    private static final int EVENTS_OF_AN_AGGREGATE = 10;
    private static final Map<String, String> STAMPS = Map.of(
            "tenant", "0".repeat(32), "actor", "1".repeat(32), "salt", "2".repeat(32), "subject", "3".repeat(64));

    private final EventStore store;
    private String aggregate = "";
    private long sequence = EVENTS_OF_AN_AGGREGATE;

    Appender(EventStore store) {
        this.store = store;
    }

    /** How many events were acknowledged until that value of the nano clock. */
    long until(long end) {
        long count = 0;
        for (; System.nanoTime() < end; count++) append();
        return count;
    }

    /** Returns when the event is acknowledged. */
    void append() {
        if (sequence == EVENTS_OF_AN_AGGREGATE) {
            aggregate = UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
            sequence = 0;
        }
        var event =
                new GenericDomainEventMessage<>("bench", aggregate, sequence, new Noted(TEXT, (int) sequence), STAMPS);
        sequence++;
        DefaultUnitOfWork.startAndGet(event).execute(() -> store.publish(event));
    }
}
