package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class StoreHealthTest {
    @Test
    void a_store_that_has_stopped_is_seen_from_outside_with_its_reason(@TempDir Path folder) throws SQLException {
        var file = folder.resolve("events.db");
        var connection = new SqliteWriter(file, GroupCommitEvents.SCHEMA);
        connection.execute("PRAGMA max_page_count = 30");
        try (var history = new GroupCommitEvents(file, connection, Noted.serializer(), NoOpEventUpcaster.INSTANCE);
                var vault = new SqliteVault(folder.resolve("vault.db"))) {
            var health = new StoreHealth(history, vault);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThatThrownBy(() -> {
                        for (int aggregate = 0; ; aggregate++) history.appendEvents(Noted.event(aggregate, 0));
                    })
                    .isInstanceOf(StoreStopped.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails().get("reason")).asString().contains("full");
        }
    }
}
