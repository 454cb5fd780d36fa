package id.kulkul.command.report;

import static id.kulkul.command.report.Samples.*;

import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Histories that the tests begin from, each one event longer than the one before. */
final class Stories {
    static final String RULES = "wbs-2026.1";
    static final UUID BODY = id(100);
    static final ReportSubmitted SUBMITTED = new ReportSubmitted(
            REPORT, RULES, "bribery", SEALING, NONCE, List.of(body()), REPORTER_KEYS, SIGNATURE, ReportOrigin.OWN);
    static final ReportAcknowledged ACKNOWLEDGED = new ReportAcknowledged(REPORT, AYU);
    static final ReporterAsked ASKED = new ReporterAsked(REPORT, AYU, SEALING, List.of(question(201, 0)));
    static final ReportDeclined DECLINED =
            new ReportDeclined(REPORT, AYU, DeclineReason.OUTSIDE_JURISDICTION, SEALING, List.of(question(202, 0)));
    static final InvestigationStarted STARTED = new InvestigationStarted(REPORT, AYU);
    static final FindingsDrafted DRAFTED = new FindingsDrafted(REPORT, AYU, Outcome.SUBSTANTIATED);
    static final FindingsConfirmed CONFIRMED = new FindingsConfirmed(REPORT, MADE);
    static final ReportHandedOver HANDED_OVER = new ReportHandedOver(REPORT, AYU, Authority.KPK);
    static final FeedbackGiven FEEDBACK = new FeedbackGiven(REPORT, AYU, SEALING, List.of(question(203, 0)));
    static final ReportClosed CLOSED = new ReportClosed(REPORT, AYU, Lesson.RULE_CHANGED);

    private Stories() {}

    static AggregateTestFixture<Report> fixture() {
        return new AggregateTestFixture<>(Report.class);
    }

    static SubmitReport submission(ItemHeader... items) {
        return new SubmitReport(
                REPORT, RULES, "bribery", SEALING, NONCE, List.of(items), REPORTER_KEYS, SIGNATURE, ReportOrigin.OWN);
    }

    static AskReporter asking(ItemHeader... items) {
        return new AskReporter(REPORT, AYU, SEALING, List.of(items));
    }

    static ReplyToOffice replying(ItemHeader... items) {
        return new ReplyToOffice(REPORT, SEALING, List.of(items), SIGNATURE);
    }
}
