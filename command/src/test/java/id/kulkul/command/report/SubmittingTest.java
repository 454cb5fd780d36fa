package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.*;
import static id.kulkul.command.report.Samples.*;
import static id.kulkul.command.report.Stories.*;
import static id.kulkul.crypto.seal.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.command.report.ReportCommand.SubmitReport;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SubmittingTest {
    private final FixtureConfiguration<Report> report = fixture();

    @Test
    void a_sealed_report_is_received_as_it_was_sent() {
        report.givenNoPriorActivity().when(submission(body())).expectEvents(SUBMITTED);
    }

    @Test
    void attachments_and_an_identity_may_come_with_it() {
        ItemHeader[] items = {body(), attachment(101, 1), attachment(102, 2), identity(103, 3)};
        report.givenNoPriorActivity()
                .when(submission(items))
                .expectEvents(new ReportSubmitted(
                        REPORT,
                        RULES,
                        "bribery",
                        SEALING,
                        NONCE,
                        List.of(items),
                        REPORTER_KEYS,
                        SIGNATURE,
                        ReportOrigin.OWN));
    }

    @Test
    void a_report_may_be_the_reporters_own() {
        receivedAs(ReportOrigin.OWN, body());
    }

    @Test
    void a_report_may_be_written_down_for_its_reporter() {
        receivedAs(ReportOrigin.ASSISTED, made(Origin.ASSISTED), madeByServer(attachment(101, 1)));
    }

    @Test
    void a_report_may_have_been_a_complaint() {
        receivedAs(ReportOrigin.BRIDGED, body());
    }

    @Test
    void a_report_that_was_written_down_says_so_in_every_item_and_no_other_does_in_any() {
        refused(BAD_ITEM, from(ReportOrigin.ASSISTED, body()));
        refused(BAD_ITEM, from(ReportOrigin.ASSISTED, made(Origin.ASSISTED), attachment(101, 1)));
        for (var origin : List.of(ReportOrigin.OWN, ReportOrigin.BRIDGED)) {
            refused(BAD_ITEM, from(origin, made(Origin.ASSISTED)));
            refused(BAD_ITEM, from(origin, body(), madeByServer(attachment(101, 1))));
        }
    }

    private void receivedAs(ReportOrigin origin, ItemHeader... items) {
        var command = from(origin, items);
        report.givenNoPriorActivity()
                .when(command)
                .expectEvents(new ReportSubmitted(
                        REPORT, RULES, "bribery", SEALING, NONCE, command.items(), REPORTER_KEYS, SIGNATURE, origin));
    }

    private static SubmitReport from(ReportOrigin origin, ItemHeader... items) {
        return new SubmitReport(
                REPORT, RULES, "bribery", SEALING, NONCE, List.of(items), REPORTER_KEYS, SIGNATURE, origin);
    }

    private static ItemHeader made(Origin origin) {
        return made(body(), origin);
    }

    private static ItemHeader madeByServer(ItemHeader item) {
        return made(item, Origin.ASSISTED_BY_SERVER);
    }

    private static ItemHeader made(ItemHeader item, Origin origin) {
        return new ItemHeader(
                item.context(),
                item.wrap(),
                item.manifest(),
                item.group(),
                item.ctLength(),
                item.ctSha256(),
                item.commitment(),
                item.m(),
                item.shareCommits(),
                item.stanzaCount(),
                item.stanzasSha256(),
                origin);
    }

    @Test
    void the_same_report_is_not_received_twice() {
        report.given(SUBMITTED).when(submission(body())).expectNoEvents().expectExceptionDetails(DUPLICATE_SUBMISSION);
    }

    @Test
    void a_submission_begins_with_the_body() {
        refused(BAD_ITEM);
        refused(BAD_ITEM, attachment(101, 0));
        refused(BAD_ITEM, attachment(101, 0), item(REPORT_BODY, 100, 1));
        refused(BAD_ITEM, body(), item(REPORT_BODY, 101, 1));
    }

    @Test
    void the_identity_comes_last_and_once() {
        refused(BAD_ITEM, body(), identity(101, 1), attachment(102, 2));
        refused(BAD_ITEM, body(), identity(101, 1), identity(102, 2));
    }

    @Test
    void nothing_else_comes_with_a_submission() {
        refused(BAD_ITEM, body(), answer(101, 1));
        refused(BAD_ITEM, body(), item(INTERNAL_NOTE, 101, 1));
    }

    @Test
    void more_than_sixteen_attachments_are_refused() {
        var items = new ArrayList<>(List.of(body()));
        for (var i = 1; i <= 16; i++) items.add(attachment(100 + i, i));
        report.givenNoPriorActivity()
                .when(submission(items.toArray(new ItemHeader[0])))
                .expectSuccessfulHandlerExecution();
        items.add(attachment(117, 17));
        refused(BAD_ITEM, items.toArray(new ItemHeader[0]));
    }

    @Test
    void the_id_is_written_as_32_lower_case_digits() {
        assertThat(ReportId.parse(REPORT.toString())).isEqualTo(REPORT);
        assertThat(REPORT.toString()).matches("[0-9a-f]{32}");
        for (var odd : List.of("", REPORT.value().toString(), "A".repeat(32)))
            assertThatThrownBy(() -> ReportId.parse(odd)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_item_for_another_tenant_channel_or_report_is_refused() {
        refused(BAD_ITEM, moved(id(0x99), CHANNEL, REPORT.value()));
        refused(BAD_ITEM, moved(TENANT, id(0x99), REPORT.value()));
        refused(BAD_ITEM, moved(TENANT, CHANNEL, id(0x99)));
    }

    private static ItemHeader moved(UUID tenant, UUID channel, UUID report) {
        return item(new Context(REPORT_BODY, tenant, channel, report, BODY, 1, 0), 2);
    }

    @Test
    void an_item_sealed_for_more_or_fewer_than_the_group_is_refused() {
        var context = body().context();
        refused(BAD_ITEM, item(context, 1));
        refused(BAD_ITEM, item(context, 3));
    }

    @Test
    void an_identity_shared_among_other_custodians_is_refused() {
        var four = new Sealing(TENANT, CHANNEL, 1, MANIFEST, 0, List.of(AYU, MADE), 4, 2);
        var three = new Sealing(TENANT, CHANNEL, 1, MANIFEST, 0, List.of(AYU, MADE), 3, 3);
        refused(BAD_ITEM, with(four, body(), identity(101, 1)));
        refused(BAD_ITEM, with(three, body(), identity(101, 1)));
    }

    @Test
    void an_item_under_another_list_of_recipients_is_refused() {
        refused(WRONG_MANIFEST, item(new Context(REPORT_BODY, TENANT, CHANNEL, REPORT.value(), BODY, 2, 0), 2));
        refused(WRONG_MANIFEST, with(new Sealing(TENANT, CHANNEL, 1, digest(8), 0, List.of(AYU, MADE), 3, 2), body()));
        refused(WRONG_MANIFEST, with(new Sealing(TENANT, CHANNEL, 1, MANIFEST, 1, List.of(AYU, MADE), 3, 2), body()));
    }

    @Test
    void an_item_counted_out_of_turn_is_refused() {
        refused(SEQUENCE_GAP, item(REPORT_BODY, 100, 1));
        refused(SEQUENCE_GAP, body(), attachment(101, 2));
    }

    @Test
    void an_item_cannot_come_twice() {
        refused(ITEM_ALREADY_RECEIVED, body(), attachment(101, 1), attachment(101, 2));
    }

    @Test
    void the_id_follows_from_the_reporters_keys_and_from_nothing_that_a_sender_may_choose() {
        var day = CheckpointsId.of("kulkul/11/wbs", LocalDate.of(2026, 11, 27), 0);
        var oldDay = CheckpointsId.ofFirstForm("kulkul/11/wbs", LocalDate.of(2026, 11, 28));
        for (var taken : List.of(AYU, CHANNEL, TENANT, day.value(), oldDay.value(), id(0x33), Hex16.ZERO))
            refused(WRONG_ID, named(taken, NONCE, REPORTER_KEYS));
        refused(WRONG_ID, named(REPORT.value(), id(0x45), REPORTER_KEYS));
        refused(WRONG_ID, named(REPORT.value(), NONCE, digest(10)));
        refused(WRONG_ID, named(CaseIds.of(id(0x12), REPORTER_KEYS, NONCE), NONCE, REPORTER_KEYS));
    }

    private static SubmitReport named(UUID id, UUID nonce, Digest keys) {
        var body = item(new Context(REPORT_BODY, TENANT, CHANNEL, id, BODY, 1, 0), 2);
        return new SubmitReport(
                new ReportId(id), RULES, "bribery", SEALING, nonce, List.of(body), keys, SIGNATURE, ReportOrigin.OWN);
    }

    @Test
    void a_report_for_nobody_is_refused() {
        refused(NO_RECIPIENT, with(new Sealing(TENANT, CHANNEL, 1, MANIFEST, 0, List.of(), 3, 2), body()));
    }

    @Test
    void a_signature_has_64_bytes() {
        refused(
                BAD_SIGNATURE,
                new SubmitReport(
                        REPORT,
                        RULES,
                        "bribery",
                        SEALING,
                        NONCE,
                        List.of(body()),
                        REPORTER_KEYS,
                        Octets.of(new byte[63]),
                        ReportOrigin.OWN));
    }

    @Test
    void a_category_that_the_rules_do_not_know_is_refused() {
        refused(UNKNOWN_CATEGORY, about("gossip", RULES));
    }

    @Test
    void rules_that_nobody_published_are_refused() {
        refused(UNKNOWN_RULES, about("bribery", "wbs-1999.1"));
    }

    private static SubmitReport about(String category, String rules) {
        return new SubmitReport(
                REPORT, rules, category, SEALING, NONCE, List.of(body()), REPORTER_KEYS, SIGNATURE, ReportOrigin.OWN);
    }

    private static SubmitReport with(Sealing sealing, ItemHeader... items) {
        return new SubmitReport(
                REPORT, RULES, "bribery", sealing, NONCE, List.of(items), REPORTER_KEYS, SIGNATURE, ReportOrigin.OWN);
    }

    private static void refused(ReportRejection why, ItemHeader... items) {
        refused(why, submission(items));
    }

    private static void refused(ReportRejection why, SubmitReport command) {
        fixture().givenNoPriorActivity().when(command).expectNoEvents().expectExceptionDetails(why);
    }
}
