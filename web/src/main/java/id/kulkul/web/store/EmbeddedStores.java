package id.kulkul.web.store;

import id.kulkul.command.EventJson;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.VaultKeys;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.MarkPlan;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.store.ReadModels;
import id.kulkul.query.store.SqliteReadModels;
import id.kulkul.web.clock.CountedTime;
import id.kulkul.web.life.Lives;
import id.kulkul.web.life.Rounds;
import id.kulkul.web.settings.Settings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;

/** Opens everything in one home, for this process alone; whatever opens a file asks for the lock first. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + DistributedStores.PROFILE)
public class EmbeddedStores {
    @Bean(destroyMethod = "close")
    public HomeLock homeLock(Homes homes) throws IOException {
        return HomeLock.take(homes);
    }

    /** What texts may not take of the disk is {@code kulkul.spare-texts}. */
    @Bean
    DiskRoom diskRoom(Homes homes, HomeLock lock, Settings settings, Lives lives) throws IOException {
        var disk = new DiskRoom(homes.data(), settings.spareTexts());
        disk.begin(lives);
        return disk;
    }

    @Bean(destroyMethod = "close")
    public GroupCommitEvents eventStorageEngine(
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
    public EventStore eventStore(GroupCommitEvents history) {
        return new PromptEventStore(history);
    }

    @Bean
    StoredEvents storedEvents(GroupCommitEvents history) {
        return new SqliteStoredEvents(history);
    }

    @Bean(destroyMethod = "close")
    SqliteVault vault(Homes homes, VaultKeys keysFirst, DiskRoom disk) throws IOException, SQLException {
        return new SqliteVault(homes.data().resolve("vault.db"), disk.reserve());
    }

    @Bean
    FileBlobs blobs(Homes homes, HomeLock lock, DiskRoom disk) throws IOException {
        return new FileBlobs(homes.data().resolve("blobs"), disk.reserve());
    }

    /** Opened when its processors start and closed when they have ended. */
    @Lazy
    @Bean(destroyMethod = "")
    ReadModels readModels(Homes homes, HomeLock lock) throws IOException {
        return new SqliteReadModels(homes.data().resolve("read.db"));
    }

    @Bean
    StoreCondition storeCondition(GroupCommitEvents history, SqliteVault vault, DiskRoom disk) {
        return new StoreCondition(history, vault, disk);
    }

    @Bean
    Holdings holdings(StoredEvents history, FileBlobs blobs, SqliteVault vault) {
        return new Holdings(history, blobs, vault);
    }

    /** Begun by whoever has compared the stores. */
    @Bean
    HoldingsRounds holdingsRounds(
            StoredEvents history,
            FileBlobs blobs,
            SqliteVault vault,
            CaseVault cases,
            Rounds rounds,
            Settings settings) {
        return new HoldingsRounds(
                history, blobs, vault, cases, rounds, settings.recheck(), settings.recheckCiphertexts());
    }

    @Bean
    SettlingRounds settlingRounds(FileBlobs blobs, MarkPlan marks, Clock clock, Rounds rounds) {
        return new SettlingRounds(blobs, marks, clock, rounds);
    }

    /**
     * Runs on the real time even where the office's clock is set to the past, and counts it: a clock that jumps makes
     * no orphan a day old.
     */
    @Bean
    OrphanRounds orphanRounds(
            StoredEvents history, FileBlobs blobs, SqliteVault vault, CaseVault cases, Homes homes, Rounds rounds)
            throws IOException {
        var memory = new OrphanMemory(homes.data().resolve("orphans"));
        return new OrphanRounds(
                new Orphans(history, blobs, vault, cases, memory, new CountedTime(Clock.systemUTC())), rounds);
    }
}
