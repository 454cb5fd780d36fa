package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class StoreHealthTest {
    @Test
    void a_store_that_takes_nothing_is_seen_from_outside_with_its_reason(@TempDir Path folder) throws Exception {
        var file = folder.resolve("events.db");
        var full = new SqliteWriter.Opening() {
            @Override
            public SqliteWriter open() throws SQLException {
                var connection = new SqliteWriter(file, EventTable.SCHEMA);
                connection.execute("PRAGMA max_page_count = 30");
                return connection;
            }
        };
        try (var history = new GroupCommitEvents(
                        file, full, Noted.serializer(), NoOpEventUpcaster.INSTANCE, Reserve.NONE);
                var vault = new SqliteVault(folder.resolve("vault.db"))) {
            var disk = new DiskRoom(folder, DataSize.ofBytes(0));
            var health = new StoreHealth(new StoreCondition(history, vault, disk));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThatThrownBy(() -> {
                        for (int aggregate = 0; ; aggregate++) history.appendEvents(Noted.event(aggregate, 0));
                    })
                    .isInstanceOf(StorePaused.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails().get("reason")).asString().contains("full");
        }
    }
}
