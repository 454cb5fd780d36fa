package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.*;
import static id.kulkul.command.report.Samples.*;
import static id.kulkul.command.report.Stories.*;

import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DialogueTest {
    private static final Sealing NEWER = new Sealing(TENANT, CHANNEL, 2, MANIFEST, 0, List.of(AYU, MADE), 3, 2);
    private static final ReporterReplied REPLIED =
            new ReporterReplied(REPORT, SEALING, List.of(answer(301, 1)), SIGNATURE);
    private final FixtureConfiguration<Report> report = fixture();

    @Test
    void the_office_may_ask_the_reporter_once_the_report_is_acknowledged() {
        report.given(SUBMITTED, ACKNOWLEDGED).when(asking(question(201, 0))).expectEvents(ASKED);
    }

    @Test
    void the_office_may_not_ask_before_it_acknowledges() {
        report.given(SUBMITTED).when(asking(question(201, 0))).expectExceptionDetails(WRONG_STAGE);
    }

    @Test
    void a_long_question_is_several_messages() {
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(asking(question(201, 0), question(202, 1)))
                .expectEvents(new ReporterAsked(REPORT, AYU, SEALING, List.of(question(201, 0), question(202, 1))));
    }

    @Test
    void one_act_brings_at_most_eight_messages() {
        var messages = IntStream.range(0, 9).mapToObj(i -> question(201 + i, i)).toArray(ItemHeader[]::new);
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(asking(Arrays.copyOf(messages, 8)))
                .expectSuccessfulHandlerExecution();
        report.given(SUBMITTED, ACKNOWLEDGED).when(asking(messages)).expectExceptionDetails(BAD_ITEM);
    }

    @Test
    void a_question_without_a_message_or_with_another_kind_is_refused() {
        report.given(SUBMITTED, ACKNOWLEDGED).when(asking()).expectExceptionDetails(BAD_ITEM);
        report.given(SUBMITTED, ACKNOWLEDGED).when(asking(answer(201, 0))).expectExceptionDetails(BAD_ITEM);
    }

    @Test
    void a_question_carries_a_stanza_for_the_reporter_too() {
        var onlyStaff = item(question(201, 0).context(), 2);
        report.given(SUBMITTED, ACKNOWLEDGED).when(asking(onlyStaff)).expectExceptionDetails(BAD_ITEM);
    }

    @Test
    void each_investigator_counts_their_own_items() {
        report.given(SUBMITTED, ACKNOWLEDGED, ASKED)
                .when(asking(question(202, 0)))
                .expectExceptionDetails(SEQUENCE_GAP);
        report.given(SUBMITTED, ACKNOWLEDGED, ASKED)
                .when(new AskReporter(REPORT, MADE, SEALING, List.of(question(202, 0))))
                .expectEvents(new ReporterAsked(REPORT, MADE, SEALING, List.of(question(202, 0))));
    }

    @Test
    void the_reporter_answers_with_the_next_number() {
        report.given(SUBMITTED, ACKNOWLEDGED, ASKED)
                .when(replying(answer(301, 1)))
                .expectEvents(REPLIED);
    }

    @Test
    void the_reporter_may_write_before_anybody_asks() {
        report.given(SUBMITTED).when(replying(answer(301, 1))).expectEvents(REPLIED);
    }

    @Test
    void an_answer_sent_twice_is_known_by_its_item() {
        report.given(SUBMITTED, REPLIED).when(replying(answer(301, 1))).expectExceptionDetails(ITEM_ALREADY_RECEIVED);
        report.given(SUBMITTED, REPLIED).when(replying(answer(100, 2))).expectExceptionDetails(ITEM_ALREADY_RECEIVED);
    }

    @Test
    void an_answer_without_a_message_or_with_another_kind_is_refused() {
        report.given(SUBMITTED).when(replying()).expectExceptionDetails(BAD_ITEM);
        report.given(SUBMITTED).when(replying(question(301, 1))).expectExceptionDetails(BAD_ITEM);
    }

    @Test
    void a_refusal_and_feedback_are_messages_like_any_other() {
        for (var message : Map.of(id(202), DECLINED, id(203), FEEDBACK).entrySet()) {
            var item = message.getKey();
            var told = message.getValue();
            report.given(SUBMITTED, ACKNOWLEDGED, told)
                    .when(new RecordOpening(REPORT, item, MADE))
                    .expectEvents(new ItemOpened(REPORT, item, MADE));
            report.given(SUBMITTED, ACKNOWLEDGED, told)
                    .when(asking(question(209, 0)))
                    .expectExceptionDetails(SEQUENCE_GAP);
            report.given(SUBMITTED, ACKNOWLEDGED, told)
                    .when(asking(question(209, 1)))
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void an_answer_out_of_turn_is_refused() {
        report.given(SUBMITTED).when(replying(answer(301, 0))).expectExceptionDetails(SEQUENCE_GAP);
        report.given(SUBMITTED).when(replying(answer(301, 2))).expectExceptionDetails(SEQUENCE_GAP);
    }

    @Test
    void an_answer_brings_files_behind_the_message_that_lists_them() {
        var items = List.of(answer(301, 1), answer(302, 2), attachment(303, 3), attachment(304, 4));
        report.given(SUBMITTED)
                .when(replying(answer(301, 1), answer(302, 2), attachment(303, 3), attachment(304, 4)))
                .expectEvents(new ReporterReplied(REPORT, SEALING, items, SIGNATURE));
        report.given(SUBMITTED, new ReporterReplied(REPORT, SEALING, items, SIGNATURE))
                .when(new RecordOpening(REPORT, items.get(2).context().item(), AYU))
                .expectEvents(new ItemOpened(REPORT, items.get(2).context().item(), AYU));
    }

    @Test
    void files_without_a_message_before_it_or_too_many_are_no_answer() {
        report.given(SUBMITTED).when(replying(attachment(301, 1))).expectExceptionDetails(BAD_ITEM);
        report.given(SUBMITTED)
                .when(replying(attachment(301, 1), answer(302, 2)))
                .expectExceptionDetails(BAD_ITEM);
        report.given(SUBMITTED)
                .when(replying(answer(301, 1), attachment(302, 2), answer(303, 3)))
                .expectExceptionDetails(BAD_ITEM);
        report.given(SUBMITTED).when(replying(answersAndFiles(1, 16))).expectSuccessfulHandlerExecution();
        report.given(SUBMITTED).when(replying(answersAndFiles(1, 17))).expectExceptionDetails(BAD_ITEM);
        report.given(SUBMITTED).when(replying(answersAndFiles(9, 1))).expectExceptionDetails(BAD_ITEM);
    }

    private static ItemHeader[] answersAndFiles(int messages, int files) {
        return IntStream.rangeClosed(1, messages + files)
                .mapToObj(seq -> seq <= messages ? answer(300 + seq, seq) : attachment(300 + seq, seq))
                .toArray(ItemHeader[]::new);
    }

    @Test
    void an_answer_needs_a_whole_signature() {
        report.given(SUBMITTED)
                .when(new ReplyToOffice(REPORT, SEALING, List.of(answer(301, 1)), Octets.of(new byte[0])))
                .expectExceptionDetails(BAD_SIGNATURE);
    }

    @Test
    void an_answer_to_an_older_list_of_recipients_is_refused() {
        report.given(SUBMITTED, new ReporterReplied(REPORT, NEWER, List.of(), SIGNATURE))
                .when(replying(answer(301, 1)))
                .expectExceptionDetails(WRONG_MANIFEST);
    }

    @Test
    void a_closed_report_takes_no_more_messages() {
        report.given(SUBMITTED, ACKNOWLEDGED, DECLINED, CLOSED)
                .when(replying(answer(301, 1)))
                .expectExceptionDetails(ALREADY_CLOSED);
        report.given(SUBMITTED, ACKNOWLEDGED, DECLINED, CLOSED)
                .when(asking(question(209, 1)))
                .expectExceptionDetails(ALREADY_CLOSED);
    }
}
