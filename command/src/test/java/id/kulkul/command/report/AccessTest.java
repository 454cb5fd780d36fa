package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.*;
import static id.kulkul.command.report.Samples.*;
import static id.kulkul.command.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.sealed.Note;
import id.kulkul.command.sealed.Sealing;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final ConflictDeclared MADE_OUT =
            new ConflictDeclared(REPORT, MADE, MADE, ConflictReason.OWN_INTEREST);
    private final FixtureConfiguration<Report> report = fixture();

    @Test
    void every_opening_is_recorded_also_the_second_one() {
        var opened = new ItemOpened(REPORT, BODY, AYU);
        report.given(SUBMITTED).when(new RecordOpening(REPORT, BODY, AYU)).expectEvents(opened);
        report.given(SUBMITTED, opened)
                .when(new RecordOpening(REPORT, BODY, AYU))
                .expectEvents(opened);
    }

    @Test
    void a_closed_report_may_still_be_read() {
        report.given(SUBMITTED, ACKNOWLEDGED, DECLINED, CLOSED)
                .when(new RecordOpening(REPORT, BODY, AYU))
                .expectEvents(new ItemOpened(REPORT, BODY, AYU));
    }

    @Test
    void nobody_opens_an_item_that_the_report_does_not_have() {
        report.given(SUBMITTED).when(new RecordOpening(REPORT, id(999), AYU)).expectExceptionDetails(NO_SUCH_ITEM);
    }

    @Test
    void nobody_opens_an_identity_alone() {
        var named = new ReportSubmitted(
                REPORT,
                RULES,
                "bribery",
                SEALING,
                NONCE,
                List.of(body(), identity(101, 1)),
                REPORTER_KEYS,
                SIGNATURE,
                ReportOrigin.OWN);
        report.given(named).when(new RecordOpening(REPORT, id(101), AYU)).expectExceptionDetails(NEEDS_CUSTODIANS);
    }

    @Test
    void whoever_is_no_recipient_can_do_nothing() {
        for (var command : List.of(
                new RecordOpening(REPORT, BODY, KETUT),
                new AcknowledgeReport(REPORT, KETUT),
                new AskReporter(REPORT, KETUT, SEALING, List.of(question(201, 0))),
                new DeclineReport(REPORT, KETUT, DeclineReason.NO_INDICATION, SEALING, List.of(question(201, 0))),
                new StartInvestigation(REPORT, KETUT),
                new HandOver(REPORT, KETUT, Authority.POLICE, null),
                new AddNote(REPORT, KETUT, new Note(SEALING, note(400, 0))),
                new DeclareConflict(REPORT, KETUT, AYU, ConflictReason.NAMED_IN_REPORT))) {
            report.given(SUBMITTED).when(command).expectNoEvents().expectExceptionDetails(NOT_A_RECIPIENT);
        }
    }

    @Test
    void a_conflict_of_interest_ends_access() {
        report.given(SUBMITTED)
                .when(new DeclareConflict(REPORT, MADE, MADE, ConflictReason.OWN_INTEREST))
                .expectEvents(MADE_OUT);
        report.given(SUBMITTED, MADE_OUT)
                .when(new RecordOpening(REPORT, BODY, MADE))
                .expectExceptionDetails(NOT_A_RECIPIENT);
    }

    @Test
    void an_excluded_person_never_comes_back_with_a_later_message() {
        report.given(SUBMITTED, MADE_OUT)
                .when(replying(answer(301, 1)))
                .expectNoEvents()
                .expectExceptionDetails(EXCLUDED_RECIPIENT);
    }

    @Test
    void nobody_new_reads_a_report_that_was_not_for_everybody() {
        var chosen = new Sealing(TENANT, CHANNEL, 1, MANIFEST, 2, List.of(AYU, MADE), 3, 2);
        var later = new Sealing(TENANT, CHANNEL, 2, digest(8), 2, List.of(AYU, KETUT), 3, 2);
        var submitted = new ReportSubmitted(
                REPORT, RULES, "bribery", chosen, NONCE, List.of(body()), REPORTER_KEYS, SIGNATURE, ReportOrigin.OWN);
        report.given(submitted, ACKNOWLEDGED)
                .when(new AskReporter(REPORT, AYU, later, List.of(question(201, 0))))
                .expectNoEvents()
                .expectExceptionDetails(EXCLUDED_RECIPIENT);
    }

    @Test
    void a_person_is_excluded_once() {
        report.given(SUBMITTED)
                .when(new DeclareConflict(REPORT, AYU, KETUT, ConflictReason.NAMED_IN_REPORT))
                .expectExceptionDetails(ALREADY_EXCLUDED);
    }

    @Test
    void somebody_must_be_left_who_may_read() {
        report.given(SUBMITTED, MADE_OUT)
                .when(new DeclareConflict(REPORT, AYU, AYU, ConflictReason.OWN_INTEREST))
                .expectExceptionDetails(LAST_RECIPIENT);
    }

    @Test
    void whoever_lost_access_is_left_out_of_the_list_and_nothing_else_of_it_changes() {
        assertThat(SEALING.without(Set.of(MADE, KETUT)))
                .isEqualTo(new Sealing(TENANT, CHANNEL, 1, MANIFEST, 0, List.of(AYU), 3, 2));
    }

    @Test
    void a_new_member_of_the_group_may_act_once_an_item_is_sealed_for_them() {
        var widened = new Sealing(TENANT, CHANNEL, 2, MANIFEST, 0, List.of(AYU, id(0xa9)), 3, 2);
        report.given(SUBMITTED, new ReporterReplied(REPORT, widened, List.of(), SIGNATURE))
                .when(new AcknowledgeReport(REPORT, id(0xa9)))
                .expectEvents(new ReportAcknowledged(REPORT, id(0xa9)));
    }
}
