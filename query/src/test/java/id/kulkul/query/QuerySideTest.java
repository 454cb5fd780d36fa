package id.kulkul.query;

import static id.kulkul.command.report.ReportRejection.DUPLICATE_SUBMISSION;
import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffCommand.RegisterStaff;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.InboxPiles;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.query.report.ReportQuery.*;
import id.kulkul.query.store.FullDisk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuerySideTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ReportId REPORT = report(1);
    private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();

    @Test
    void what_is_sent_on_one_side_is_seen_on_the_other(@TempDir Path folder) {
        try (var house = new House(history, folder.resolve("read.db"))) {
            story(house);
            var row = house.ask(new OneCase(REPORT, AYU, NOW), CaseRow.class);
            assertThat(row.stage()).isEqualTo(ReportStage.CLARIFYING);
            assertThat(row.openings())
                    .singleElement()
                    .satisfies(opening -> assertThat(opening.by().post()).isEqualTo("Inspektur Pembantu I"));
            assertThat(house.ask(new Mailbox(REPORT, NOW), MailboxRow.class).nextSeq())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_report_that_comes_twice_is_refused_by_its_stable_code(@TempDir Path folder) {
        try (var house = new House(history, folder.resolve("read.db"))) {
            house.send(submission());
            assertThatExceptionOfType(CommandExecutionException.class)
                    .isThrownBy(() -> house.send(submission()))
                    .satisfies(refused -> assertThat(refused.getDetails()).contains(DUPLICATE_SUBMISSION));
        }
    }

    @Test
    void a_rebuilt_read_side_equals_the_live_one(@TempDir Path folder) throws InterruptedException {
        try (var house = new House(history, folder.resolve("read.db"))) {
            story(house);
            var before = everything(house);
            house.rebuild();
            house.settle();
            assertThat(everything(house)).isEqualTo(before);
        }
    }

    @Test
    void a_read_side_from_nothing_equals_the_live_one(@TempDir Path folder) {
        List<Object> before;
        try (var house = new House(history, folder.resolve("read.db"))) {
            story(house);
            before = everything(house);
        }
        try (var house = new House(history, folder.resolve("other.db"))) {
            house.settle();
            assertThat(everything(house)).isEqualTo(before);
        }
    }

    @Test
    void a_restart_goes_on_where_it_stopped(@TempDir Path folder) {
        try (var house = new House(history, folder.resolve("read.db"))) {
            story(house);
        }
        try (var house = new House(history, folder.resolve("read.db"))) {
            house.send(new StartInvestigation(REPORT, AYU));
            house.settle();
            assertThat(house.ask(new OneCase(REPORT, AYU, NOW), CaseRow.class).stage())
                    .isEqualTo(ReportStage.INVESTIGATING);
        }
    }

    @Test
    void a_read_side_whose_disk_was_full_catches_up_by_itself(@TempDir Path folder) {
        List<Object> before;
        try (var house = new House(history, folder.resolve("read.db"));
                var full = new FullDisk(house.readModels())) {
            for (int person = 50_000; person < 50_200; person++) house.send(registration(id(person)));
            full.awaitMet();
            story(house);
            before = everything(house);
        }
        try (var house = new House(history, folder.resolve("other.db"))) {
            house.settle();
            assertThat(everything(house)).isEqualTo(before);
        }
    }

    private static void story(House house) {
        house.send(registration(AYU));
        house.send(submission());
        house.send(new RecordOpening(REPORT, id(100), AYU));
        house.send(new AcknowledgeReport(REPORT, AYU));
        house.send(new AskReporter(REPORT, AYU, SEALING, List.of(item(REPORT, Kind.MSG_TO_REPORTER, 201, 0))));
        house.settle();
    }

    private static RegisterStaff registration(UUID person) {
        return new RegisterStaff(
                new StaffId(person),
                id(9),
                Role.INVESTIGATOR,
                "Inspektur Pembantu I",
                new StaffKeyIds(id(1), id(2), digest(3)),
                1);
    }

    private static SubmitReport submission() {
        var event = submitted(REPORT);
        return new SubmitReport(
                REPORT,
                event.rules(),
                event.category(),
                event.sealing(),
                event.excluded(),
                event.items(),
                event.reporterKeys(),
                event.signature());
    }

    private static List<Object> everything(House house) {
        return List.of(
                house.ask(new OneCase(REPORT, AYU, NOW), CaseRow.class),
                house.ask(new OneCase(REPORT, MADE, NOW), CaseRow.class),
                house.ask(new Inbox(AYU, NOW), InboxPiles.class),
                house.ask(new Mailbox(REPORT, NOW), MailboxRow.class));
    }
}
