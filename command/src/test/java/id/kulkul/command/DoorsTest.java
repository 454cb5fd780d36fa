package id.kulkul.command;

import static id.kulkul.command.report.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointEvent.CheckpointRecorded;
import id.kulkul.command.audit.CheckpointsDoor;
import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.command.report.ReportCommand.SubmitReport;
import id.kulkul.command.report.ReportDoor;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportOrigin;
import id.kulkul.crypto.bytes.Octets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class DoorsTest {
    @Test
    void an_application_that_opens_the_door_of_reports_receives_them() {
        var submission = new SubmitReport(
                REPORT,
                "wbs-2026.1",
                "bribery",
                SEALING,
                NONCE,
                List.of(body()),
                REPORTER_KEYS,
                SIGNATURE,
                ReportOrigin.OWN);
        assertThat(stored(ReportDoor::open, submission, REPORT)).singleElement().isInstanceOf(ReportSubmitted.class);
    }

    @Test
    void an_application_that_opens_the_door_of_checkpoints_keeps_them() {
        var day = CheckpointsId.of("kulkul/11/wbs", LocalDate.of(1970, 1, 1), 0);
        var checkpoint = new RecordCheckpoint(
                day, 0, "kulkul/11/wbs", 900_000, 8, digest(1), 7, id(9), "note", Octets.of(new byte[0]));
        assertThat(stored(CheckpointsDoor::open, checkpoint, day))
                .singleElement()
                .isInstanceOf(CheckpointRecorded.class);
    }

    /** What the history of the aggregate holds after the command, in an application that has this door alone. */
    private static List<?> stored(Consumer<Configurer> door, Object command, Object aggregate) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine());
        door.accept(configurer);
        var application = configurer.start();
        try {
            application.commandGateway().sendAndWait(command);
            return application
                    .eventStore()
                    .readEvents(aggregate.toString())
                    .asStream()
                    .map(event -> event.getPayload())
                    .toList();
        } finally {
            application.shutdown();
        }
    }
}
