package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.EventSerializer;
import id.kulkul.crypto.vault.Blobs;
import id.kulkul.crypto.vault.CaseVault;
import id.kulkul.crypto.vault.StaffVault;
import id.kulkul.crypto.vault.Vault;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.store.Homes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class CommandSideTest {
    private static Path home;
    private static ConfigurableApplicationContext office;

    @BeforeAll
    static void start(@TempDir Path folder) {
        home = folder.resolve("home");
        office = started(home);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    private static ConfigurableApplicationContext started(Path home, String... profiles) {
        return new SpringApplicationBuilder(Kulkul.class)
                .profiles(profiles)
                .run("--kulkul.home=" + home, "--server.port=0", "--server.address=127.0.0.1");
    }

    @Test
    void events_are_kept_by_our_own_engine_and_nothing_in_memory() {
        assertThat(name(EventStorageEngine.class)).isEqualTo("GroupCommitEvents");
        assertThat(name(EventStore.class)).isEqualTo("PromptEventStore");
        assertThat(office.getBean(EventBus.class)).isSameAs(office.getBean(EventStore.class));
        assertThat(axon().eventStore()).isSameAs(office.getBean(EventStore.class));
        assertThat(name(StoredEvents.class)).isEqualTo("SqliteStoredEvents");
    }

    @Test
    void what_is_stored_has_stable_names_whoever_serialises() {
        assertThat(office.getBeansOfType(Serializer.class).values()).hasOnlyElementsOfType(EventSerializer.class);
        assertThat(axon().serializer()).isInstanceOf(EventSerializer.class);
        assertThat(axon().eventSerializer()).isInstanceOf(EventSerializer.class);
        assertThat(axon().messageSerializer()).isInstanceOf(EventSerializer.class);
    }

    @Test
    void commands_run_on_threads_of_their_own_without_a_transaction_around_the_append() {
        assertThat(office.getBean(CommandBus.class)).isInstanceOf(BoundedCommandBus.class);
        assertThat(axon().commandBus()).isSameAs(office.getBean(CommandBus.class));
        assertThat(office.getBean(TransactionManager.class)).isInstanceOf(NoTransactionManager.class);
    }

    @Test
    void a_message_says_nothing_of_the_message_that_caused_it() {
        assertThat(axon().correlationDataProviders()).allSatisfy(provider -> assertThat(provider.correlationDataFor(
                        new org.axonframework.messaging.GenericMessage<>("x", Map.of("y", "z"))))
                .isEmpty());
    }

    @Test
    void nothing_reports_our_use_to_the_maker_of_a_library() {
        assertThat(office.getBeansOfType(UpdateChecker.class)).isEmpty();
        assertThat(axon().getComponent(UpdateChecker.class, () -> null)).isNull();
        assertThat(ConditionEvaluationReport.get(office.getBeanFactory()).getExclusions())
                .isNotNull();
        assertThat(new WithoutTelemetry()
                        .match(
                                new String[] {
                                    "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration", "other"
                                },
                                null))
                .containsExactly(false, true);
    }

    @Test
    void the_vault_the_blobs_and_their_doors_are_there() {
        assertThat(name(Vault.class)).isEqualTo("SqliteVault");
        assertThat(name(Blobs.class)).isEqualTo("FileBlobs");
        assertThat(office.getBean(CaseVault.class)).isNotNull();
        assertThat(office.getBean(StaffVault.class)).isNotNull();
    }

    @Test
    void folders_are_closed_to_other_users() throws Exception {
        for (var folder : new Path[] {home.resolve("data"), home.resolve("keys")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        assertThat(home.resolve("keys")).isEmptyDirectory();
    }

    @Test
    void a_second_start_on_the_same_home_is_refused_with_one_sentence() {
        assertThatThrownBy(() -> started(home))
                .rootCause()
                .hasMessageContaining("already running")
                .hasMessageContaining(home.toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void where_the_embedded_stores_step_aside_nothing_takes_their_place_unasked(@TempDir Path folder) {
        var other = folder.resolve("other");
        assertThatThrownBy(() -> started(other, "distributed"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no stores for the profile distributed")
                .hasMessageNotContaining("\n");
        assertThat(other).doesNotExist();
    }

    @Test
    void without_a_setting_a_home_is_absolute_and_the_demonstration_has_its_own() {
        var ours = new Homes(null, null, false).root();
        var demonstration = new Homes(null, null, true).root();
        assertThat(ours).isAbsolute().hasFileName(".kulkul");
        assertThat(demonstration).isAbsolute().hasFileName(".kulkul-demo");
    }

    private static String name(Class<?> type) {
        return office.getBean(type).getClass().getSimpleName();
    }

    private static Configuration axon() {
        return office.getBean(Configuration.class);
    }
}
