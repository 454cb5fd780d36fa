package id.kulkul.query;

import id.kulkul.command.Aggregates;
import id.kulkul.command.EventJson;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.store.ReadModels;
import id.kulkul.query.store.SqliteReadModels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;

/** Both sides in plain Axon over events in memory and read models in a file. */
final class House implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Configuration configuration;

    House(InMemoryEventStorageEngine history, Path readDatabase) {
        this(EmbeddedEventStore.builder().storageEngine(history).build(), readDatabase, Deaths.UNWATCHED);
    }

    House(EventStore history, Path readDatabase, Deaths deaths) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> EventJson.serializer())
                .configureEventStore(configuration -> history);
        Aggregates.standard().register(configurer);
        new QuerySide(EventTypes.standard(), QuerySide.KINDS)
                .register(configurer, () -> new SqliteReadModels(readDatabase), deaths);
        configuration = configurer.start();
    }

    void send(Object command) {
        configuration.commandGateway().sendAndWait(command);
    }

    <R> R ask(Object question, Class<R> answer) {
        return configuration
                .queryGateway()
                .query(question, ResponseTypes.optionalInstanceOf(answer))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .orElseThrow();
    }

    StreamingEventProcessor processor(String group) {
        return configuration
                .eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow();
    }

    SqliteReadModels readModels() {
        return (SqliteReadModels) configuration.getComponent(ReadModels.class);
    }

    void onDamage(Runnable listener) {
        QuerySide.onDamage(configuration, listener);
    }

    boolean areOfAnother(long events) {
        return QuerySide.areOfAnother(configuration, events);
    }

    long folded() {
        return QuerySide.folded(configuration);
    }

    long stored() {
        return configuration.eventStore().createHeadToken().position().orElse(-1) + 1;
    }

    void rebuild() throws InterruptedException {
        QuerySide.rebuild(configuration);
    }

    /** Waits until every projection has seen everything that is stored. */
    void settle() {
        var head = configuration.eventStore().createHeadToken();
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var processor :
                configuration.eventProcessingConfiguration().eventProcessors().values()) {
            while (!hasSeen((StreamingEventProcessor) processor, head)) {
                if (System.nanoTime() > end) throw new AssertionError(processor.getName() + " does not catch up");
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static boolean hasSeen(StreamingEventProcessor processor, TrackingToken head) {
        var statuses = processor.processingStatus().values();
        return !statuses.isEmpty() && statuses.stream().allMatch(status -> isAt(status, head));
    }

    private static boolean isAt(EventTrackerStatus status, TrackingToken head) {
        return status.isCaughtUp()
                && status.getCurrentPosition().orElse(-1) >= head.position().orElse(-1);
    }

    @Override
    public void close() {
        configuration.shutdown();
    }
}
