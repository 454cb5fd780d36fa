package id.kulkul.web.store;

import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaffVault;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.clock.CountedTime;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens everything that one home keeps, for this process alone; whatever opens a file asks for the lock first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Homes.class)
public class Stores {
    @Bean(destroyMethod = "close")
    public HomeLock homeLock(Homes homes) throws IOException {
        return HomeLock.take(homes);
    }

    @Bean(destroyMethod = "close")
    public EventStorageEngine eventStorageEngine(
            Homes homes, HomeLock lock, @Qualifier("eventSerializer") Serializer events)
            throws IOException, SQLException {
        return GroupCommitEvents.open(homes.data().resolve("events.db"), events, new EventUpcasterChain());
    }

    @Bean(destroyMethod = "shutDown")
    public EventStore eventStore(EventStorageEngine history) {
        return new PromptEventStore((GroupCommitEvents) history);
    }

    @Bean
    StoredEvents storedEvents(EventStorageEngine history) {
        return new SqliteStoredEvents((GroupCommitEvents) history);
    }

    @Bean(destroyMethod = "close")
    Vault vault(Homes homes, VaultKeys keysFirst) throws IOException, SQLException {
        return new SqliteVault(homes.data().resolve("vault.db"));
    }

    @Bean
    Blobs blobs(Homes homes, HomeLock lock) throws IOException {
        return new FileBlobs(homes.data().resolve("blobs"));
    }

    @Bean
    CaseVault caseVault(Tenant tenant, VaultKeys keys, Vault vault) {
        return new CaseVault(tenant.id(), keys, vault);
    }

    @Bean
    StaffVault staffVault(Tenant tenant, VaultKeys keys, Vault vault) {
        return new StaffVault(tenant.id(), keys, vault);
    }

    @Bean
    StoreHealth storeHealth(EventStorageEngine history, Vault vault) {
        return new StoreHealth((GroupCommitEvents) history, (SqliteVault) vault);
    }

    /** Runs on the real time even where the office's clock is set to the past, and counts it: a clock that jumps makes no orphan a day old. */
    @Bean(destroyMethod = "close")
    OrphanRounds orphanRounds(StoredEvents history, Blobs blobs, Vault vault, CaseVault cases, Homes homes)
            throws IOException {
        var memory = new OrphanMemory(homes.data().resolve("orphans"));
        return new OrphanRounds(new Orphans(
                history, (FileBlobs) blobs, (SqliteVault) vault, cases, memory, new CountedTime(Clock.systemUTC())));
    }
}
