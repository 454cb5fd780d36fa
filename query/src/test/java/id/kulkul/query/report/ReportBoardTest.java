package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kulkul.command.policy.Due;
import id.kulkul.command.report.Authority;
import id.kulkul.command.report.ConflictReason;
import id.kulkul.command.report.Outcome;
import id.kulkul.command.report.ReportAct;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.Card;
import id.kulkul.query.casework.ItemRow;
import id.kulkul.query.casework.OpeningRow;
import id.kulkul.query.casework.StepRow;
import id.kulkul.query.casework.Who;
import id.kulkul.query.report.ReportQuery.Mailbox;
import id.kulkul.query.report.ReportQuery.OneCase;
import id.kulkul.query.store.Where;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBoardTest {
    private static final ReportId REPORT = report(1);
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private BoardOnDisk disk;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new BoardOnDisk(folder);
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void a_reader_sees_the_case_with_its_items_openings_and_steps() {
        disk.feed(MONDAY, dialogue(REPORT));
        var row = caseFor(AYU);
        assertThat(row.stage()).isEqualTo(ReportStage.TRIAGE);
        assertThat(row.items())
                .extracting(ItemRow::kind)
                .containsExactly(Kind.REPORT_BODY, Kind.MSG_TO_REPORTER, Kind.MSG_TO_TEAM);
        assertThat(row.items()).extracting(ItemRow::fromReporter).containsExactly(true, false, true);
        assertThat(row.items().getFirst().openedByMe()).isTrue();
        assertThat(row.openings()).singleElement().satisfies(opening -> {
            assertThat(opening.by().person()).isEqualTo(AYU);
            assertThat(opening.hour()).isEqualTo(MONDAY);
        });
        assertThat(row.steps())
                .extracting(StepRow::event)
                .containsExactly("report-submitted", "report-acknowledged", "reporter-asked", "reporter-replied");
        assertThat(row.number()).matches("WBS-[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void each_side_learns_its_next_number_and_last_items() {
        disk.feed(MONDAY, dialogue(REPORT));
        var row = caseFor(AYU);
        var asked = row.items().get(1).header().digest();
        var answered = row.items().get(2).header().digest();
        assertThat(row.nextSeq()).isEqualTo(1);
        assertThat(row.lastOwnItem()).isEqualTo(asked);
        assertThat(row.lastReporterItem()).isEqualTo(answered);
        assertThat(caseFor(MADE).nextSeq()).isZero();
        assertThat(caseFor(MADE).lastOwnItem()).isNull();
        assertThat(mailbox().nextSeq()).isEqualTo(2);
        assertThat(mailbox().lastOwnItem()).isEqualTo(answered);
        assertThat(mailbox().lastOfficeItem()).isEqualTo(asked);
    }

    @Test
    void whoever_is_excluded_or_a_stranger_sees_no_case() {
        disk.feed(MONDAY, submitted(REPORT));
        assertThat(ask(KETUT, MONDAY)).isEmpty();
        assertThat(ask(id(0xff), MONDAY)).isEmpty();
    }

    @Test
    void whoever_declares_a_conflict_sees_the_case_no_more_and_gets_no_stanza() {
        disk.feed(MONDAY, submitted(REPORT), new ConflictDeclared(REPORT, MADE, MADE, ConflictReason.OWN_INTEREST));
        assertThat(ask(MADE, MONDAY)).isEmpty();
        assertThat(caseFor(AYU).sealing().recipients()).containsExactly(AYU);
        assertThat(caseFor(AYU).excluded()).extracting(Who::person).containsExactly(MADE);
        assertThat(mailbox().sealing().recipients()).containsExactly(AYU);
    }

    @Test
    void the_reporter_sees_messages_promises_and_who_looked() {
        disk.feed(MONDAY, dialogue(REPORT));
        var box = mailbox();
        assertThat(box.messages()).extracting(ItemRow::kind).containsExactly(Kind.MSG_TO_REPORTER, Kind.MSG_TO_TEAM);
        assertThat(box.clocks())
                .extracting(clock -> clock.due().clock())
                .containsExactly("acknowledge", "triage", "feedback");
        assertThat(box.openings()).extracting(OpeningRow::kind).containsExactly(Kind.REPORT_BODY);
        assertThat(box.mayReply()).isTrue();
    }

    @Test
    void the_reporter_is_told_why_in_a_code() {
        disk.feed(MONDAY, submitted(REPORT), new ReportAcknowledged(REPORT, AYU), declined(REPORT));
        assertThat(mailbox().code()).isEqualTo("OUTSIDE_JURISDICTION");
        disk.feed(MONDAY, new ReportReopened(REPORT, AYU), new ReportHandedOver(REPORT, AYU, Authority.KPK));
        assertThat(mailbox().code()).isEqualTo("KPK");
    }

    @Test
    void the_next_action_follows_the_stage() {
        disk.feed(MONDAY, submitted(REPORT));
        assertThat(caseFor(AYU).next()).isEqualTo(NextAction.ACKNOWLEDGE);
        disk.feed(MONDAY, new ReportAcknowledged(REPORT, AYU));
        assertThat(caseFor(AYU).next()).isEqualTo(NextAction.READ);
        disk.feed(MONDAY, new ItemOpened(REPORT, id(100), AYU));
        assertThat(caseFor(AYU).next()).isEqualTo(NextAction.DECIDE_TRIAGE);
        disk.feed(MONDAY, asked(REPORT, AYU, 201, 0));
        assertThat(caseFor(AYU).next()).isEqualTo(NextAction.WAIT_FOR_REPORTER);
        disk.feed(MONDAY, replied(REPORT, 301, 1));
        assertThat(caseFor(AYU).next()).isEqualTo(NextAction.READ);
    }

    @Test
    void other_acts_are_those_that_the_stage_allows() {
        disk.feed(MONDAY, submitted(REPORT), new ReportAcknowledged(REPORT, AYU));
        disk.feed(MONDAY, new ItemOpened(REPORT, id(100), AYU));
        assertThat(caseFor(AYU).others())
                .containsExactlyInAnyOrder(
                        ReportAct.ASK_REPORTER,
                        ReportAct.DECLINE,
                        ReportAct.HAND_OVER,
                        ReportAct.DECLARE_CONFLICT,
                        ReportAct.ADD_NOTE);
    }

    @Test
    void a_decision_is_shown_with_its_code_its_maker_and_the_note_that_explains_it() {
        disk.feed(MONDAY, dialogue(REPORT));
        disk.feed(
                MONDAY,
                new InvestigationStarted(REPORT, AYU),
                note(ReportAct.ADD_NOTE, 400, 1),
                note(ReportAct.DRAFT_FINDINGS, 401, 2),
                new FindingsDrafted(REPORT, AYU, Outcome.SUBSTANTIATED),
                new ItemOpened(REPORT, id(401), MADE),
                new FindingsConfirmed(REPORT, MADE));
        var row = caseFor(MADE);
        assertThat(row.decisions())
                .extracting(StepRow::event, StepRow::code, StepRow::note)
                .containsExactly(
                        tuple("investigation-started", "", null),
                        tuple("findings-drafted", "SUBSTANTIATED", id(401)),
                        tuple("findings-confirmed", "", null));
        assertThat(row.decisions()).extracting(step -> step.by().person()).containsExactly(AYU, AYU, MADE);
        assertThat(caseFor(AYU).nextSeq()).isEqualTo(3);
    }

    @Test
    void what_colleagues_write_to_each_other_is_not_the_reporters() {
        disk.feed(MONDAY, dialogue(REPORT));
        var before = mailbox();
        disk.feed(MONDAY, note(ReportAct.ADD_NOTE, 400, 1), new ItemOpened(REPORT, id(400), MADE));
        assertThat(mailbox()).isEqualTo(before);
        assertThat(caseFor(MADE).openings()).isEqualTo(before.openings());
    }

    private static NoteAdded note(ReportAct about, long item, long seq) {
        return new NoteAdded(REPORT, AYU, about, SEALING, List.of(item(REPORT, Kind.INTERNAL_NOTE, item, seq)));
    }

    @Test
    void whoever_drafted_the_findings_waits_for_a_colleague() {
        disk.feed(MONDAY, dialogue(REPORT));
        disk.feed(
                MONDAY,
                new ItemOpened(REPORT, id(301), AYU),
                new InvestigationStarted(REPORT, AYU),
                new FindingsDrafted(REPORT, AYU, Outcome.SUBSTANTIATED));
        assertThat(caseFor(AYU).next()).isEqualTo(NextAction.WAIT_FOR_COLLEAGUE);
        assertThat(caseFor(AYU).others()).doesNotContain(ReportAct.CONFIRM_FINDINGS);
        assertThat(caseFor(MADE).next()).isEqualTo(NextAction.CONFIRM_FINDINGS);
    }

    @Test
    void a_refusal_may_be_closed_after_thirty_days_unless_the_reporter_objects() {
        disk.feed(MONDAY, submitted(REPORT), new ItemOpened(REPORT, id(100), AYU));
        disk.feed(MONDAY, new ReportAcknowledged(REPORT, AYU), declined(REPORT));
        assertThat(next(MONDAY.plus(Duration.ofDays(30)))).isEqualTo(NextAction.WAIT_FOR_REPORTER);
        assertThat(next(MONDAY.plus(Duration.ofDays(31)))).isEqualTo(NextAction.CLOSE);
        disk.feed(TUESDAY, replied(REPORT, 301, 1), new ItemOpened(REPORT, id(301), AYU));
        assertThat(next(TUESDAY)).isEqualTo(NextAction.CONSIDER_OBJECTION);
    }

    @Test
    void after_a_second_refusal_the_reporter_has_thirty_days_again() {
        disk.feed(MONDAY, submitted(REPORT), new ItemOpened(REPORT, id(100), AYU));
        disk.feed(MONDAY, new ReportAcknowledged(REPORT, AYU), declined(REPORT), new ReportReopened(REPORT, AYU));
        var later = MONDAY.plus(Duration.ofDays(60));
        disk.feed(later, declined(REPORT));
        assertThat(next(later.plus(Duration.ofDays(30)))).isEqualTo(NextAction.WAIT_FOR_REPORTER);
        assertThat(next(later.plus(Duration.ofDays(31)))).isEqualTo(NextAction.CLOSE);
    }

    @Test
    void clocks_stand_as_they_stand_on_the_day_of_the_question() {
        disk.feed(MONDAY, submitted(REPORT));
        var clock =
                ask(AYU, MONDAY.plus(Duration.ofDays(8))).orElseThrow().clocks().getFirst();
        assertThat(clock.due().clock()).isEqualTo("acknowledge");
        assertThat(clock.state()).isEqualTo(Due.State.OVERDUE);
        assertThat(clock.daysLeft()).isEqualTo(-1);
    }

    @Test
    void feeding_the_same_events_again_changes_nothing() {
        disk.feed(MONDAY, dialogue(REPORT));
        var before = caseFor(AYU);
        var versions = versions();
        assertThat(versions).doesNotHaveDuplicates();
        for (var position = 0; position < 5; position++) {
            disk.feed(dialogue(REPORT).get(position), MONDAY, position);
        }
        assertThat(caseFor(AYU)).isEqualTo(before);
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void the_version_at_every_position_equals_the_fold_of_the_events_up_to_it() {
        disk.feed(MONDAY, dialogue(REPORT));
        for (var position = 0; position < 5; position++) {
            var fold = new CaseFile();
            dialogue(REPORT).subList(0, position + 1).forEach(event -> fold.fold(event, MONDAY, fold.events));
            assertThat(cardsAt(position)).containsExactly(fold.card());
        }
        assertThat(cardsAt(-1)).isEmpty();
    }

    private List<List<Card>> versions() {
        return IntStream.range(0, 5).mapToObj(this::cardsAt).toList();
    }

    private List<Card> cardsAt(long position) {
        return disk.store.allAt(Card.SHELF, Where.any(), position);
    }

    private NextAction next(Instant now) {
        return ask(AYU, now).orElseThrow().next();
    }

    private CaseRow caseFor(UUID person) {
        return ask(person, MONDAY).orElseThrow();
    }

    private Optional<CaseRow> ask(UUID person, Instant now) {
        return disk.answers.answer(new OneCase(REPORT, person, now, new Position(Long.MAX_VALUE)));
    }

    private MailboxRow mailbox() {
        return disk.answers.answer(new Mailbox(REPORT, MONDAY)).orElseThrow();
    }
}
