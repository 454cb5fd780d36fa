package id.kulkul.web.bench;

import id.kulkul.command.EventJson;
import id.kulkul.web.Kulkul;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.boot.SpringApplication;

/**
 * A history as long as is wanted: what the demonstration's office stored, then the cases again and again under new ids,
 * event by event for many copies at a time. Checkpoints are left out: no read model folds them.
 */
final class ManyCases {
    private static final int AT_A_TIME = 25;
    private static final int BATCH = 500;
    private static final Serializer JSON = EventJson.serializer();

    private final Map<String, String> ids = new HashMap<>();

    private ManyCases() {}

    /** Tells the demonstration in a scratch home, and stores at least that many events in the other. */
    static long write(EventStore target, Path scratch, int atLeast) throws InterruptedException {
        var told = demonstration(scratch);
        var office = told.stream().filter(event -> !isOfCase(event)).toList();
        var cases = told.stream().filter(ManyCases::isOfCase).toList();
        target.publish(office);
        long written = office.size();
        while (written < atLeast) {
            target.publish(copies(cases));
            written += (long) AT_A_TIME * cases.size();
        }
        return written;
    }

    /**
     * Stores as many copies of the first report that came, each a case that nobody has touched; their contents are
     * nowhere.
     */
    static void untouched(EventStore target, int many) {
        var first = target.openStream(null)
                .asStream()
                .filter(event -> event.getPayloadType().getSimpleName().equals("ReportSubmitted"))
                .flatMap(event -> event instanceof DomainEventMessage<?> of
                        ? Stream.<DomainEventMessage<?>>of(of)
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
        for (int written = 0; written < many; written += BATCH)
            target.publish(IntStream.range(0, BATCH)
                    .mapToObj(i -> new ManyCases().now(first))
                    .toList());
    }

    private static List<DomainEventMessage<?>> demonstration(Path home) throws InterruptedException {
        try (var program = SpringApplication.run(
                Kulkul.class,
                "--kulkul.demo=true",
                "--kulkul.home=" + home,
                "--server.address=127.0.0.1",
                "--server.port=0")) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            try (var stream = program.getBean(EventStore.class).openStream(null)) {
                while (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
                    if (stream.nextAvailable() instanceof DomainEventMessage<?> event) events.add(event);
                }
            }
            return events.stream()
                    .filter(event -> !event.getType().equals("checkpoints"))
                    .toList();
        }
    }

    private static boolean isOfCase(DomainEventMessage<?> event) {
        return event.getType().equals("report");
    }

    private static List<DomainEventMessage<?>> copies(List<DomainEventMessage<?>> cases) {
        List<ManyCases> copies = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) copies.add(new ManyCases());
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (var event : cases) for (var copy : copies) events.add(copy.of(event));
        return events;
    }

    /** As if it came now, so that nobody doubts the clock. */
    private DomainEventMessage<?> now(DomainEventMessage<?> event) {
        return of(event, Instant.now());
    }

    private DomainEventMessage<?> of(DomainEventMessage<?> event) {
        return of(event, event.getTimestamp());
    }

    private DomainEventMessage<?> of(DomainEventMessage<?> event, Instant time) {
        var old = event.getAggregateIdentifier();
        var id = ids.computeIfAbsent(old, any -> UUID.randomUUID().toString().replace("-", ""));
        var stored = event.serializePayload(JSON, String.class);
        var text = stored.getData().replace(old, id);
        Object payload = JSON.deserialize(new SimpleSerializedObject<>(text, String.class, stored.getType()));
        return new GenericDomainEventMessage<>(
                event.getType(),
                id,
                event.getSequenceNumber(),
                payload,
                event.getMetaData(),
                UUID.randomUUID().toString(),
                time);
    }
}
