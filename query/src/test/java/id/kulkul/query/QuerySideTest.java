package id.kulkul.query;

import static id.kulkul.command.report.ReportRejection.DUPLICATE_SUBMISSION;
import static id.kulkul.query.OneReport.*;
import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.kulkul.command.channel.ChannelCommand.PublishManifest;
import id.kulkul.command.channel.ChannelId;
import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportStage;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.ManifestType;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery.CaseAt;
import id.kulkul.query.casework.PastCase;
import id.kulkul.query.casework.Who;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.report.ReportQuery.*;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.store.SqliteReadModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("the log of the read models")
class QuerySideTest {
    private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();

    @Test
    void what_is_sent_on_one_side_is_seen_on_the_other(@TempDir Path folder) {
        try (var house = new House(history, folder.resolve("read.db"))) {
            story(house);
            var row = house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class);
            assertThat(row.stage()).isEqualTo(ReportStage.CLARIFYING);
            assertThat(row.openings())
                    .singleElement()
                    .satisfies(opening -> assertThat(opening.by().post()).isEqualTo("Inspektur Pembantu I"));
            assertThat(house.ask(new Mailbox(REPORT, NOW), MailboxRow.class).nextSeq())
                    .isEqualTo(1);
        }
    }

    @Test
    void whom_the_reporter_left_out_follows_from_list_and_group_and_is_told_to_readers_only(@TempDir Path folder) {
        var list = list(AYU, MADE, KETUT);
        var group = list.groupExcluding(Set.of(KETUT)).orElseThrow();
        var sealing = new Sealing(TENANT, CHANNEL, 1, list.digest(), group, List.of(AYU, MADE), 0, 1);
        try (var house = new House(history, folder.resolve("read.db"))) {
            house.send(new PublishManifest(
                    new ChannelId(CHANNEL),
                    id(9),
                    Octets.of(list.encoded()),
                    Octets.of(new byte[64]),
                    Octets.of(new byte[2420])));
            var usual = submission();
            var body = item(REPORT, Kind.REPORT_BODY, 100, 0);
            house.send(new SubmitReport(
                    REPORT,
                    usual.rules(),
                    usual.category(),
                    sealing,
                    usual.nonce(),
                    List.of(new ItemHeader(
                            body.context(),
                            body.wrap(),
                            list.digest(),
                            group,
                            body.ctLength(),
                            body.ctSha256(),
                            body.commitment(),
                            body.m(),
                            body.shareCommits(),
                            body.stanzaCount(),
                            body.stanzasSha256(),
                            body.origin())),
                    usual.reporterKeys(),
                    usual.signature(),
                    usual.origin()));
            house.settle();
            assertThat(house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class)
                            .excluded())
                    .extracting(Who::person)
                    .containsExactly(KETUT);
            assertThat(house.ask(new CaseAt("report", REPORT.value(), 0, NOW), PastCase.class)
                            .lost())
                    .isEmpty();
        }
        assertThat(history.readEvents(REPORT.toString(), 0).next().getPayload().toString())
                .doesNotContain(KETUT.toString());
    }

    private static Manifest list(UUID... investigators) {
        var members = Stream.of(investigators)
                .map(person -> Member.of(
                        person,
                        MemberRole.INVESTIGATOR,
                        OpeningKey.random().recipient(),
                        SigningKey.random().verifying()))
                .toList();
        return new Manifest(
                ManifestType.RECIPIENTS,
                TENANT,
                CHANNEL,
                1,
                0,
                Digest.ZERO,
                0,
                digest(1),
                digest(2),
                digest(3),
                0,
                members);
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
        assertThat(fromNothing(history, folder.resolve("other.db"))).isEqualTo(before);
    }

    @Test
    void what_is_stored_tells_how_far_it_is_folded_to_whoever_asks_even_of_events_that_a_projection_does_not_want(
            @TempDir Path folder) {
        var file = folder.resolve("read.db");
        try (var house = new House(history, file)) {
            assertThat(house.folded()).isZero();
            house.send(registration(AYU));
            house.settle();
            begun(house);
            house.settle();
            assertThat(house.folded()).isEqualTo(house.stored());
            try (var elsewhere = new SqliteReadModels(file)) {
                assertThat(elsewhere.reached(List.of(ReportBoard.GROUP, StaffDirectory.GROUP)))
                        .isEqualTo(house.stored());
                assertThat(elsewhere.reached(List.of(ReportBoard.GROUP, "another")))
                        .isZero();
            }
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
            assertThat(house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class)
                            .stage())
                    .isEqualTo(ReportStage.INVESTIGATING);
        }
    }
}
