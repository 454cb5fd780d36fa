package id.kulkul.web.bench;

import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** One writer: units of work of one event each, ten events to an aggregate. */
final class Appender {
    /** An event of about 400 bytes as JSON. */
    record Noted(String text, int number) {}

    /** Where an acknowledged event must be found again. */
    record Place(String aggregate, long sequence) {}

    private static final String TEXT = "d".repeat(370);
    private static final int EVENTS_OF_AN_AGGREGATE = 10;
    private static final Map<String, String> STAMPS = Map.of(
            "tenant", "0".repeat(32), "actor", "1".repeat(32), "salt", "2".repeat(32), "subject", "3".repeat(64));

    private final EventStore store;
    private Place next = new Place("", EVENTS_OF_AN_AGGREGATE);

    Appender(EventStore store) {
        this.store = store;
    }

    /** How many events were acknowledged until that value of the nano clock. */
    long until(long end) {
        long count = 0;
        for (; System.nanoTime() < end; count++) append();
        return count;
    }

    /** Returns the event's place when it is acknowledged. */
    Place append() {
        if (next.sequence() == EVENTS_OF_AN_AGGREGATE) {
            next = new Place(UUID.randomUUID().toString().replace("-", ""), 0);
        }
        var place = next;
        next = new Place(place.aggregate(), place.sequence() + 1);
        var event = new GenericDomainEventMessage<>(
                "bench", place.aggregate(), place.sequence(), new Noted(TEXT, (int) place.sequence()), STAMPS);
        DefaultUnitOfWork.startAndGet(event).execute(() -> store.publish(event));
        return place;
    }
}
