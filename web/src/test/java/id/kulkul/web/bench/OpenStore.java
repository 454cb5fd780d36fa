package id.kulkul.web.bench;

import id.kulkul.command.EventJson;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.web.store.DiskRoom;
import id.kulkul.web.store.EmbeddedStores;
import id.kulkul.web.store.HomeLock;
import id.kulkul.web.store.Homes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.util.unit.DataSize;

/** The event store of the product over a home, without the rest of the application. */
final class OpenStore implements AutoCloseable {
    private final HomeLock lock;
    private final DiskRoom disk;
    private final EventStorageEngine engine;
    private final EventStore store;

    OpenStore(Path home) throws IOException, SQLException {
        this(home, serializer());
    }

    OpenStore(Path home, Serializer serializer) throws IOException, SQLException {
        var homes = new Homes(home, null, false);
        var stores = new EmbeddedStores();
        lock = HomeLock.take(homes);
        disk = new DiskRoom(homes.data(), DataSize.ofBytes(0));
        var history =
                stores.eventStorageEngine(homes, lock, disk, new AppendedLeaves(EventTypes.standard()), serializer);
        engine = history;
        store = stores.eventStore(history);
    }

    /** As the product's, but for an event that the product does not have. */
    private static Serializer serializer() {
        return JacksonSerializer.builder()
                .objectMapper(EventJson.mapper())
                .revisionResolver(type -> "1")
                .build();
    }

    EventStore events() {
        return store;
    }

    @Override
    public void close() throws IOException {
        try {
            ((AutoCloseable) engine).close();
        } catch (Exception e) {
            throw new IOException("The store did not close", e);
        } finally {
            lock.close();
        }
    }
}
