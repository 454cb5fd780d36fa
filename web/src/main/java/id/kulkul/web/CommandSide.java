package id.kulkul.web;

import id.kulkul.command.Aggregates;
import id.kulkul.command.EventJson;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.QuerySide;
import id.kulkul.query.store.ReadModels;
import id.kulkul.web.life.Lives;
import id.kulkul.web.store.Homes;
import id.kulkul.web.store.Tenant;
import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Wires the write side: every bean that decides how commands run and events are kept is named here, none is left to be
 * guessed.
 */
@Configuration(proxyBeanMethods = false)
class CommandSide {
    @Bean
    Aggregates aggregates() {
        return Aggregates.standard();
    }

    @Bean
    @Primary
    Serializer serializer(Aggregates aggregates) {
        return EventJson.serializer(aggregates.names());
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

    @Bean
    ConfigurerModule writeSide(Aggregates aggregates) {
        return aggregates::register;
    }

    @Bean
    QuerySide querySide(EventTypes types) {
        return new QuerySide(types, QuerySide.KINDS);
    }

    @Bean
    ConfigurerModule readSide(QuerySide side, ObjectProvider<ReadModels> models, Lives lives) {
        return configurer -> side.register(configurer, models::getObject, lives);
    }
}
