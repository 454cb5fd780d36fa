package id.kulkul.web.store;

import id.kulkul.command.EventJson;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaffVault;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.clock.CountedTime;
import id.kulkul.web.life.Lives;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Opens everything that one home keeps, for this process alone; whatever opens a file asks for the lock first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Homes.class)
public class Stores {
    @Bean(destroyMethod = "close")
    public HomeLock homeLock(Homes homes) throws IOException {
        return HomeLock.take(homes);
    }

    /** What texts may not take of the disk is {@code kulkul.spare-texts}. */
    @Bean
    DiskRoom diskRoom(Homes homes, HomeLock lock, Environment environment, Lives lives) throws IOException {
        var disk = new DiskRoom(homes.data(), environment.getProperty("kulkul.spare-texts", DataSize.class));
        disk.begin(lives);
        return disk;
    }

    @Bean
    AppendedLeaves appendedLeaves(EventTypes types) {
        return new AppendedLeaves(types);
    }

    @Bean(destroyMethod = "close")
    public EventStorageEngine eventStorageEngine(
            Homes homes,
            HomeLock lock,
            DiskRoom disk,
            AppendedLeaves appended,
            @Qualifier("eventSerializer") Serializer events)
            throws IOException, SQLException {
        var history = GroupCommitEvents.open(
                homes.data().resolve("events.db"), events, EventJson.upcasters(), disk.reserve());
        history.keepLeaves(appended);
        return history;
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
    Vault vault(Homes homes, VaultKeys keysFirst, DiskRoom disk) throws IOException, SQLException {
        return new SqliteVault(homes.data().resolve("vault.db"), disk.reserve());
    }

    @Bean
    Blobs blobs(Homes homes, HomeLock lock, DiskRoom disk) throws IOException {
        return new FileBlobs(homes.data().resolve("blobs"), disk.reserve());
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
    StoreCondition storeCondition(EventStorageEngine history, Vault vault, DiskRoom disk) {
        return new StoreCondition((GroupCommitEvents) history, (SqliteVault) vault, disk);
    }

    @Bean
    StoreHealth storeHealth(StoreCondition condition) {
        return new StoreHealth(condition);
    }

    @Bean
    Holdings holdings(StoredEvents history, Blobs blobs, Vault vault) {
        return new Holdings(history, (FileBlobs) blobs, (SqliteVault) vault);
    }

    /** Begun by whoever has compared the stores. */
    @Bean
    HoldingsRounds holdingsRounds(
            StoredEvents history,
            Blobs blobs,
            Vault vault,
            CaseVault cases,
            Lives lives,
            @Value("${kulkul.recheck:200}") int events,
            @Value("${kulkul.recheck-ciphertexts:1MB}") DataSize ciphertexts) {
        return new HoldingsRounds(history, (FileBlobs) blobs, (SqliteVault) vault, cases, lives, events, ciphertexts);
    }

    @Bean
    SettlingRounds settlingRounds(Blobs blobs, MarkPlan marks, Clock clock, Lives lives) {
        return new SettlingRounds((FileBlobs) blobs, marks, clock, lives);
    }

    /** Runs on the real time even where the office's clock is set to the past, and counts it: a clock that jumps makes no orphan a day old. */
    @Bean
    OrphanRounds orphanRounds(StoredEvents history, Blobs blobs, Vault vault, CaseVault cases, Homes homes, Lives lives)
            throws IOException {
        var memory = new OrphanMemory(homes.data().resolve("orphans"));
        return new OrphanRounds(
                new Orphans(
                        history,
                        (FileBlobs) blobs,
                        (SqliteVault) vault,
                        cases,
                        memory,
                        new CountedTime(Clock.systemUTC())),
                lives);
    }
}
