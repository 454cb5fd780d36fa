package id.kulkul.query;

import static id.kulkul.command.report.ReportRejection.DUPLICATE_SUBMISSION;
import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.channel.ChannelCommand.PublishManifest;
import id.kulkul.command.channel.ChannelId;
import id.kulkul.command.report.ReportCommand.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffCommand.RegisterStaff;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
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
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.casework.PastCase;
import id.kulkul.query.casework.Who;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.MailboxRow;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.report.ReportQuery.*;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.store.FullDisk;
import id.kulkul.query.store.HeldFile;
import id.kulkul.query.store.SqliteReadModels;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock("the log of the read models")
class QuerySideTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ReportId REPORT = named();
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
        var group = list.groupExcluding(KETUT).orElseThrow();
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
    void read_models_that_are_spoilt_under_the_program_are_built_anew_and_answer_again(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("read.db");
        try (var house = new House(history, file)) {
            story(house);
            house.settle();
        }
        var told = new CountDownLatch(1);
        try (var house = new House(history, file)) {
            house.onDamage(told::countDown);
            garble(file);
            assertThatThrownBy(
                            () -> house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class))
                    .hasRootCauseInstanceOf(SQLException.class);
            assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
            house.rebuild();
            assertThat(house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class)
                            .stage())
                    .isEqualTo(ReportStage.CLARIFYING);
        }
    }

    private static void garble(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[(int) bytes.length() - 4096];
            new Random(7).nextBytes(noise);
            bytes.seek(4096);
            bytes.write(noise);
        }
    }

    @Test
    void read_models_of_a_longer_history_are_of_another(@TempDir Path folder) {
        try (var house = new House(history, folder.resolve("read.db"))) {
            story(house);
            house.settle();
        }
        long events = history.createHeadToken().position().orElseThrow() + 1;
        try (var house = new House(history, folder.resolve("read.db"))) {
            assertThat(house.areOfAnother(events)).isFalse();
            assertThat(house.areOfAnother(events - 1)).isTrue();
            assertThat(house.areOfAnother(0)).isTrue();
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

    @Test
    void a_read_side_whose_disk_was_full_catches_up_by_itself(@TempDir Path folder) {
        List<Object> before;
        try (var house = new House(history, folder.resolve("read.db"));
                var full = new FullDisk(house.readModels().store())) {
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

    @Test
    void a_read_side_whose_file_another_program_held_catches_up_by_itself(@TempDir Path folder) throws SQLException {
        var file = folder.resolve("read.db");
        List<Object> before;
        try (var house = new House(history, file)) {
            house.send(registration(AYU));
            house.settle();
            var tokens = house.readModels().tokens();
            var read = tokens.fetchToken(ReportBoard.GROUP, 0);
            try (var held = new HeldFile(house.readModels().store(), file)) {
                begun(house);
                held.awaitMet();
                assertThat(tokens.fetchToken(ReportBoard.GROUP, 0)).isEqualTo(read);
            }
            house.settle();
            before = everything(house);
        }
        try (var house = new House(history, folder.resolve("other.db"))) {
            house.settle();
            assertThat(everything(house)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with its log", "without its log", "under the newest log"})
    void a_read_side_that_was_put_back_older_catches_up_or_begins_anew(String copied, @TempDir Path folder)
            throws IOException {
        var file = folder.resolve("read.db");
        var log = folder.resolve("read.db-wal");
        List<Object> before;
        try (var house = new House(history, file)) {
            house.send(registration(AYU));
            house.settle();
        }
        var older = folder.resolve("older");
        try (var house = new House(history, file)) {
            begun(house);
            house.settle();
            Files.copy(file, older);
            Files.copy(log, folder.resolve("older-wal"));
        }
        try (var house = new House(history, file)) {
            asked(house);
            before = everything(house);
            Files.copy(log, folder.resolve("newest-wal"));
        }
        Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
        if (copied.equals("with its log")) Files.copy(folder.resolve("older-wal"), log);
        if (copied.equals("under the newest log")) Files.copy(folder.resolve("newest-wal"), log);
        try (var house = new House(history, file)) {
            house.settle();
            assertThat(everything(house)).isEqualTo(before);
        }
    }

    private static void story(House house) {
        house.send(registration(AYU));
        begun(house);
        asked(house);
    }

    private static void begun(House house) {
        house.send(submission());
        house.send(new RecordOpening(REPORT, id(100), AYU));
        house.send(new AcknowledgeReport(REPORT, AYU));
    }

    private static void asked(House house) {
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
                Objects.requireNonNull(event.nonce()),
                event.items(),
                event.reporterKeys(),
                event.signature(),
                event.origin());
    }

    private static List<Object> everything(House house) {
        return List.of(
                house.ask(new OneCase(REPORT, AYU, NOW, new Position(Long.MAX_VALUE)), CaseRow.class),
                house.ask(new OneCase(REPORT, MADE, NOW, new Position(Long.MAX_VALUE)), CaseRow.class),
                house.ask(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), 1), InboxPage.class),
                house.ask(new Mailbox(REPORT, NOW), MailboxRow.class));
    }
}
