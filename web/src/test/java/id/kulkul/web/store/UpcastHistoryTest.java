package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.kulkul.command.EventJson;
import id.kulkul.command.report.ReportEvent.ReportAcknowledged;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Marks;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UpcastHistoryTest {
    private static final int REPORTS = 100;
    private static final int EVENTS_EACH = 1_000;
    private static final UUID TENANT = new UUID(1, 2);
    private static final UUID BEFORE = new UUID(3, 4);
    private static final UUID AFTER = new UUID(5, 6);
    private static final Instant HOUR = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void a_hundred_thousand_events_of_an_old_shape_have_the_same_leaves_after_an_upcaster(@TempDir Path folder)
            throws SQLException {
        Path file = folder.resolve("events.db");
        Digest root;
        try (GroupCommitEvents history = open(file, NoOpEventUpcaster.INSTANCE)) {
            for (int report = 0; report < REPORTS; report++) history.appendEvents(events(report));
            root = root(history);
        }
        try (GroupCommitEvents history = open(file, new Renamed())) {
            var handled = history.readEvents(Hex16.of(id(7)), 0).asStream().toList();
            assertThat(handled).hasSize(EVENTS_EACH).allSatisfy(event -> assertThat(
                            ((ReportAcknowledged) event.getPayload()).by())
                    .isEqualTo(AFTER));
            assertThat(root(history)).isEqualTo(root);
        }
    }

    private static GroupCommitEvents open(Path file, EventUpcaster upcaster) throws SQLException {
        return GroupCommitEvents.open(file, EventJson.serializer(), upcaster);
    }

    private static Digest root(GroupCommitEvents history) {
        Leaves leaves = new Leaves(
                EventTypes.standard(),
                new SqliteStoredEvents(history),
                TENANT,
                new SecureRandom(),
                new AppendedLeaves(EventTypes.standard()));
        var cut = leaves.cut(LogName.WBS, HOUR.plusSeconds(3600), new Marks(Duration.ofMinutes(15), 1))
                .orElseThrow();
        assertThat(cut.size()).isEqualTo((long) REPORTS * EVENTS_EACH);
        return cut.root();
    }

    private static List<DomainEventMessage<?>> events(int report) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        Supplier<Map<String, ?>> stamps = () -> Map.of(
                "tenant", Hex16.of(TENANT),
                "actor", Hex16.of(BEFORE),
                "salt", Hex16.of(UUID.randomUUID()),
                "subject", Digest.ZERO.hex());
        var payload = new ReportAcknowledged(new ReportId(id(report)), BEFORE);
        for (int sequence = 0; sequence < EVENTS_EACH; sequence++) {
            events.add(new GenericDomainEventMessage<>(
                    "report",
                    Hex16.of(id(report)),
                    sequence,
                    payload,
                    MetaData.from(stamps.get()),
                    UUID.randomUUID().toString(),
                    HOUR));
        }
        return events;
    }

    private static UUID id(int report) {
        return new UUID(0xca5e, report);
    }

    /** What a later version would ship: the acknowledging person is read as another one. */
    private static final class Renamed extends SingleEventUpcaster {
        private static final SimpleSerializedType OLD = new SimpleSerializedType("report-acknowledged", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(OLD);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(OLD.getName(), "2"), JsonNode.class, json -> ((ObjectNode) json)
                            .put("by", Hex16.of(AFTER)));
        }
    }
}
