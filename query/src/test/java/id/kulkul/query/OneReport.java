package id.kulkul.query;

import static id.kulkul.query.report.Stories.*;

import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffCommand.RegisterStaff;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.ArchivePage;
import id.kulkul.query.casework.CaseworkQuery.Archive;
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.query.report.ReportQuery.*;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** One report as it comes to be asked about, told to a {@link House}, and all that a {@link House} answers about it. */
final class OneReport {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final ReportId REPORT = named();

    private OneReport() {}

    static void story(House house) {
        house.send(registration(AYU));
        begun(house);
        asked(house);
    }

    static void begun(House house) {
        house.send(submission());
        house.send(new RecordOpening(REPORT, id(100), AYU));
        house.send(new AcknowledgeReport(REPORT, AYU));
    }

    static void asked(House house) {
        house.send(new AskReporter(REPORT, AYU, SEALING, List.of(item(REPORT, Kind.MSG_TO_REPORTER, 201, 0))));
        house.settle();
    }

    static RegisterStaff registration(UUID person) {
        return new RegisterStaff(
                new StaffId(person),
                id(9),
                Role.INVESTIGATOR,
                "Inspektur Pembantu I",
                new StaffKeyIds(id(1), id(2), digest(3)),
                1);
    }

    static SubmitReport submission() {
        var event = submitted(REPORT);
        return new SubmitReport(
                REPORT,
                event.rules(),
                event.category(),
                event.sealing(),
                Objects.requireNonNull(event.nonce()),
                event.items(),
                event.reporterKeys(),
                event.signature(),
                event.origin());
    }

    /** What a read side answers that begins with nothing. */
    static List<Object> fromNothing(InMemoryEventStorageEngine history, Path file) {
        try (var house = new House(history, file)) {
            house.settle();
            return everything(house);
        }
    }

    static List<Object> everything(House house) {
        return List.of(
                house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class),
                house.ask(new OneCase(REPORT, MADE, NOW, new Position(Long.MAX_VALUE)), CaseRow.class),
                house.ask(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), false, 1), InboxPage.class),
                house.ask(new Archive(AYU, new Position(Long.MAX_VALUE), false, null), ArchivePage.class),
                house.ask(new Mailbox(REPORT, NOW), MailboxRow.class));
    }
}
