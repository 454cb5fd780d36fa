package id.kulkul.web;

import id.kulkul.command.Aggregates;
import id.kulkul.command.EventJson;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.QuerySide;
import id.kulkul.web.life.Lives;
import id.kulkul.web.store.HomeLock;
import id.kulkul.web.store.Homes;
import id.kulkul.web.store.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Wires the write side: every bean that decides how commands run and events are kept is named here, none is left to be guessed. */
@Configuration(proxyBeanMethods = false)
class CommandSide {
    @Bean
    @Primary
    Serializer serializer() {
        return EventJson.serializer();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(Serializer serializer) {
        return serializer;
    }

    @Bean
    TransactionManager transactionManager() {
        return NoTransactionManager.instance();
    }

    @Bean(destroyMethod = "shutdown")
    AsynchronousCommandBus commandBus() {
        return BoundedCommandBus.of(BoundedCommandBus.MOST_AT_A_TIME);
    }

    /** No message tells which message caused it: the history names the actor, and that is all. */
    @Bean
    CorrelationDataProvider correlation() {
        return message -> Map.of();
    }

    /** The one clock of the office; a demonstration may set its own to the past. */
    @Bean
    Clock clock(Homes homes) {
        return homes.demo() ? new MovableClock() : Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Registration eventStamps(EventStore events, EventTypes types, Tenant tenant, Clock clock) {
        return events.registerDispatchInterceptor(new EventStamps(types, tenant.id(), clock));
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshots() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("snapshots").daemon().factory());
    }

    /** Makes snapshots on a thread of its own: in the caller's, one could wait for the aggregate that the caller holds. */
    @Bean
    SpringAggregateSnapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            EventStore events,
            @Qualifier("snapshots") ExecutorService snapshots) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .eventStore(events)
                .executor(snapshots)
                .build();
    }

    @Bean
    ConfigurerModule writeSide() {
        return Aggregates::register;
    }

    @Bean
    ConfigurerModule readSide(Homes homes, HomeLock lock, Lives lives) throws IOException {
        Path readModels = homes.data().resolve("read.db");
        return configurer -> QuerySide.register(configurer, readModels, lives);
    }
}
