package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.*;
import static id.kulkul.command.report.Samples.*;
import static id.kulkul.command.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.sealed.Note;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final Note NOTE = new Note(SEALING, note(400, 0));
    private static final GiveFeedback TELLING = new GiveFeedback(REPORT, AYU, SEALING, List.of(question(203, 0)));
    private static final InvestigationExtended EXTENDED =
            new InvestigationExtended(REPORT, AYU, ExtensionReason.EXPERT_NEEDED);
    private final FixtureConfiguration<Report> report = fixture();

    @Test
    void a_received_report_is_acknowledged_once() {
        report.given(SUBMITTED).when(new AcknowledgeReport(REPORT, AYU)).expectEvents(ACKNOWLEDGED);
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new AcknowledgeReport(REPORT, MADE))
                .expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void a_report_is_declined_with_a_reason_and_a_message() {
        var declining =
                new DeclineReport(REPORT, AYU, DeclineReason.OUTSIDE_JURISDICTION, SEALING, List.of(question(202, 0)));
        report.given(SUBMITTED, ACKNOWLEDGED).when(declining).expectEvents(DECLINED);
        report.given(SUBMITTED).when(declining).expectExceptionDetails(WRONG_STAGE);
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new DeclineReport(REPORT, AYU, DeclineReason.NO_INDICATION, SEALING, List.of()))
                .expectExceptionDetails(BAD_ITEM);
    }

    @Test
    void only_a_declined_report_is_taken_up_again() {
        report.given(SUBMITTED, ACKNOWLEDGED, DECLINED)
                .when(new ReopenReport(REPORT, MADE))
                .expectEvents(new ReportReopened(REPORT, MADE));
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new ReopenReport(REPORT, MADE))
                .expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void an_investigation_starts_after_triage() {
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new StartInvestigation(REPORT, AYU))
                .expectEvents(STARTED);
        report.given(SUBMITTED, ACKNOWLEDGED, ASKED)
                .when(new StartInvestigation(REPORT, AYU))
                .expectEvents(STARTED);
        report.given(SUBMITTED).when(new StartInvestigation(REPORT, AYU)).expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void an_investigation_is_extended_once() {
        var extending = new ExtendInvestigation(REPORT, AYU, ExtensionReason.EXPERT_NEEDED, null);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED).when(extending).expectEvents(EXTENDED);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, EXTENDED)
                .when(extending)
                .expectExceptionDetails(ALREADY_EXTENDED);
        report.given(SUBMITTED, ACKNOWLEDGED).when(extending).expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void findings_conclude_an_investigation() {
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED)
                .when(new DraftFindings(REPORT, AYU, Outcome.SUBSTANTIATED, NOTE))
                .expectEvents(explaining(ReportAct.DRAFT_FINDINGS), DRAFTED);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED)
                .when(new DraftFindings(REPORT, AYU, Outcome.SUBSTANTIATED, null))
                .expectNoEvents()
                .expectExceptionDetails(NOTE_MISSING);
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new DraftFindings(REPORT, AYU, Outcome.SUBSTANTIATED, NOTE))
                .expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void a_second_person_confirms_the_findings() {
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, DRAFTED)
                .when(new ConfirmFindings(REPORT, MADE, null))
                .expectEvents(CONFIRMED);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, DRAFTED)
                .when(new ConfirmFindings(REPORT, AYU, null))
                .expectExceptionDetails(SAME_PERSON);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED)
                .when(new ConfirmFindings(REPORT, MADE, null))
                .expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void nobody_confirms_findings_unread() {
        var read = new ItemOpened(REPORT, NOTE.item().context().item(), MADE);
        var confirming = new ConfirmFindings(REPORT, MADE, null);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, explaining(ReportAct.DRAFT_FINDINGS), DRAFTED)
                .when(confirming)
                .expectNoEvents()
                .expectExceptionDetails(FINDINGS_UNREAD);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, explaining(ReportAct.DRAFT_FINDINGS), DRAFTED, read)
                .when(confirming)
                .expectEvents(CONFIRMED);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, explaining(ReportAct.EXTEND_INVESTIGATION), EXTENDED, DRAFTED)
                .when(confirming)
                .expectEvents(CONFIRMED);
    }

    @Test
    void every_coded_decision_is_explained_before_it_is_told() {
        Map<ReportCommand, List<Object>> decisions = Map.of(
                new ExtendInvestigation(REPORT, AYU, ExtensionReason.EXPERT_NEEDED, NOTE),
                List.of(explaining(ReportAct.EXTEND_INVESTIGATION), EXTENDED),
                new HandOver(REPORT, AYU, Authority.KPK, NOTE),
                List.of(explaining(ReportAct.HAND_OVER), HANDED_OVER));
        decisions.forEach((decision, told) ->
                report.given(SUBMITTED, ACKNOWLEDGED, STARTED).when(decision).expectEvents(told.toArray()));
        report.given(SUBMITTED, ACKNOWLEDGED, HANDED_OVER, FEEDBACK)
                .when(new CloseReport(REPORT, AYU, Lesson.RULE_CHANGED, new Note(SEALING, note(400, 1))))
                .expectEvents(new NoteAdded(REPORT, AYU, ReportAct.CLOSE, SEALING, List.of(note(400, 1))), CLOSED);
    }

    @Test
    void a_note_is_one_sealed_text_for_colleagues_alone() {
        report.given(SUBMITTED).when(new AddNote(REPORT, AYU, NOTE)).expectEvents(explaining(ReportAct.ADD_NOTE));
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new HandOver(REPORT, AYU, Authority.KPK, new Note(SEALING, question(400, 0))))
                .expectNoEvents()
                .expectExceptionDetails(BAD_ITEM);
        report.given(SUBMITTED)
                .when(new AddNote(REPORT, AYU, new Note(SEALING, note(400, 1))))
                .expectNoEvents()
                .expectExceptionDetails(SEQUENCE_GAP);
        report.given(SUBMITTED, ACKNOWLEDGED, DECLINED, CLOSED)
                .when(new AddNote(REPORT, AYU, new Note(SEALING, note(400, 1))))
                .expectExceptionDetails(ALREADY_CLOSED);
    }

    private static NoteAdded explaining(ReportAct about) {
        return new NoteAdded(REPORT, AYU, about, SEALING, NOTE.items());
    }

    @Test
    void a_report_is_handed_over_from_triage_on() {
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new HandOver(REPORT, AYU, Authority.KPK, null))
                .expectEvents(HANDED_OVER);
        report.given(SUBMITTED)
                .when(new HandOver(REPORT, AYU, Authority.KPK, null))
                .expectExceptionDetails(WRONG_STAGE);
        report.given(SUBMITTED, ACKNOWLEDGED, HANDED_OVER)
                .when(new HandOver(REPORT, AYU, Authority.POLICE, null))
                .expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void feedback_is_given_during_and_after_an_investigation() {
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED).when(TELLING).expectEvents(FEEDBACK);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, DRAFTED, CONFIRMED)
                .when(TELLING)
                .expectEvents(FEEDBACK);
        report.given(SUBMITTED, ACKNOWLEDGED, HANDED_OVER).when(TELLING).expectEvents(FEEDBACK);
        report.given(SUBMITTED, ACKNOWLEDGED).when(TELLING).expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void feedback_tells_the_reporter_something() {
        for (var items : List.of(List.<ItemHeader>of(), List.of(answer(203, 0))))
            report.given(SUBMITTED, ACKNOWLEDGED, STARTED)
                    .when(new GiveFeedback(REPORT, AYU, SEALING, items))
                    .expectNoEvents()
                    .expectExceptionDetails(BAD_ITEM);
    }

    @Test
    void a_report_is_closed_only_after_the_reporter_has_been_told() {
        var closing = new CloseReport(REPORT, AYU, Lesson.RULE_CHANGED, null);
        report.given(SUBMITTED, ACKNOWLEDGED, HANDED_OVER, FEEDBACK)
                .when(closing)
                .expectEvents(CLOSED);
        report.given(SUBMITTED, ACKNOWLEDGED, DECLINED).when(closing).expectEvents(CLOSED);
        report.given(SUBMITTED, ACKNOWLEDGED, STARTED, FEEDBACK).when(closing).expectExceptionDetails(WRONG_STAGE);
        report.given(SUBMITTED, ACKNOWLEDGED, HANDED_OVER).when(closing).expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void a_closed_report_stays_closed() {
        for (var command : List.of(
                new AcknowledgeReport(REPORT, AYU),
                new StartInvestigation(REPORT, AYU),
                new ReopenReport(REPORT, AYU),
                new HandOver(REPORT, AYU, Authority.KPK, null),
                new CloseReport(REPORT, AYU, Lesson.NONE, null),
                new DeclareConflict(REPORT, AYU, MADE, ConflictReason.NAMED_IN_REPORT))) {
            report.given(SUBMITTED, ACKNOWLEDGED, DECLINED, CLOSED)
                    .when(command)
                    .expectNoEvents()
                    .expectExceptionDetails(ALREADY_CLOSED);
        }
    }

    @Test
    void a_question_in_triage_waits_for_the_reporter_and_an_answer_brings_triage_back() {
        assertThat(stageAfter(SUBMITTED, ACKNOWLEDGED, ASKED)).isEqualTo(ReportStage.CLARIFYING);
        var replied = new ReporterReplied(REPORT, SEALING, List.of(answer(301, 1)), SIGNATURE);
        assertThat(stageAfter(SUBMITTED, ACKNOWLEDGED, ASKED, replied)).isEqualTo(ReportStage.TRIAGE);
        assertThat(stageAfter(SUBMITTED, ACKNOWLEDGED, STARTED, ASKED)).isEqualTo(ReportStage.INVESTIGATING);
    }

    @Test
    void feedback_during_an_investigation_does_not_end_it() {
        assertThat(stageAfter(SUBMITTED, ACKNOWLEDGED, STARTED, FEEDBACK)).isEqualTo(ReportStage.INVESTIGATING);
        assertThat(stageAfter(SUBMITTED, ACKNOWLEDGED, STARTED, DRAFTED, CONFIRMED, FEEDBACK))
                .isEqualTo(ReportStage.FEEDBACK_GIVEN);
    }

    @Test
    void rejections_have_stable_codes() {
        assertThat(ALREADY_CLOSED.code()).isEqualTo("reports/already-closed");
        assertThat(DUPLICATE_SUBMISSION.code()).isEqualTo("reports/duplicate-submission");
    }

    private static ReportStage stageAfter(ReportEvent... events) {
        var stage = ReportStage.RECEIVED;
        for (var event : events) stage = ReportStage.after(stage, event);
        return stage;
    }
}
