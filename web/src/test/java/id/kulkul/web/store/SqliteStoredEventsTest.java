package id.kulkul.web.store;

import id.kulkul.query.audit.StoredEvents;
import java.nio.file.Path;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoredEventsTest extends StoredEventsContract {
    private GroupCommitEvents history;
    private SqliteStoredEvents stored;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        history = GroupCommitEvents.open(folder.resolve("events.db"), Noted.serializer(), NoOpEventUpcaster.INSTANCE);
        stored = new SqliteStoredEvents(history);
    }

    @AfterEach
    void close() throws SQLException {
        history.close();
    }

    @Override
    EventStorageEngine history() {
        return history;
    }

    @Override
    StoredEvents stored() {
        return stored;
    }
}
