package id.kulkul.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffEvent.StaffRegistered;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Member;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.Exports;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.casework.Who;
import id.kulkul.query.report.CaseRow;
import id.kulkul.query.report.ReportQuery;
import id.kulkul.web.Kulkul;
import id.kulkul.web.MovableClock;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.clock.ClockWatch;
import id.kulkul.web.log.CheckpointSigner;
import id.kulkul.web.log.DayStreams;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A home of the time when senders chose the ids of their reports: it is read, verified and goes on for ever. */
@Isolated("another application that ends in this process takes the loops of its server with it")
class OldStoreTest {
    @TempDir
    static Path temporary;

    private static Path home;
    private static ConfigurableApplicationContext office;

    @BeforeAll
    static void start() throws IOException {
        home = temporary.resolve("home");
        OldHome.unpack(home);
        office = new SpringApplicationBuilder(Kulkul.class)
                .run(
                        "--kulkul.home=" + home,
                        "--kulkul.demo=true",
                        "--kulkul.marks.wbs=1h",
                        "--kulkul.marks.open=1h",
                        "--server.port=0",
                        "--server.address=127.0.0.1");
        office.getBean(CatchUp.class).entirely().block();
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    private static List<StoredEvent> submissions() {
        return office.getBean(StoredEvents.class).read(Position.FIRST, Integer.MAX_VALUE).stream()
                .filter(row -> row.name().equals("report-submitted"))
                .toList();
    }

    @Test
    void every_report_stands_on_the_desks_of_those_for_whom_it_was_sealed() throws Exception {
        assertThat(submissions()).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(row.revision())
                .isEqualTo("1"));
        Manifest list =
                KeyFolder.open(home.resolve("keys")).manifests().getLast().manifest();
        Set<UUID> investigators =
                list.with(MemberRole.INVESTIGATOR).stream().map(Member::person).collect(Collectors.toSet());
        List<CaseRow> cases = new ArrayList<>();
        for (StoredEvent row : submissions()) cases.add(onSomeDesk(ReportId.parse(row.aggregate()), list));
        assertThat(cases).allSatisfy(row -> assertThat(people(row.excluded()))
                .doesNotContainAnyElementsOf(people(row.recipients()))
                .isSubsetOf(investigators));
        assertThat(cases).anySatisfy(row -> assertThat(row.excluded()).isNotEmpty());
    }

    private static CaseRow onSomeDesk(ReportId report, Manifest list) {
        return list.members().stream()
                .map(member -> office.getBean(Questions.class)
                        .maybe(
                                new ReportQuery.OneCase(
                                        report, member.person(), Instant.now(), new Position(Long.MAX_VALUE)),
                                CaseRow.class)
                        .blockOptional())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Set<UUID> people(List<Who> whos) {
        return whos.stream().map(Who::person).collect(Collectors.toSet());
    }

    @Test
    void its_receipt_still_opens_its_mailbox() throws Exception {
        String port = office.getEnvironment().getProperty("local.server.port");
        String receipt = Files.readString(home.resolve("receipt.txt")).strip();
        String form = "receipt=" + URLEncoder.encode(receipt, StandardCharsets.US_ASCII);
        HttpRequest look = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/kotak"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(look, BodyHandlers.ofString()).body();
            for (int i = 0; i < 15 && answer.contains("Server sedang sibuk"); i++)
                answer = client.send(look, BodyHandlers.ofString()).body();
            assertThat(answer).contains("Status laporan");
        }
    }

    @Test
    void its_next_marks_are_signed_whatever_stands_in_a_stream_of_the_day_and_every_export_is_valid() throws Exception {
        Leaves leaves = office.getBean(Leaves.class);
        for (LogName log : List.of(LogName.WBS, LogName.OPEN)) {
            Instant mark = sign(log, 1);
            assertThat(newest(log, mark).aggregate()).isEqualTo(stream(log, mark, 0));
            Instant tomorrow = mark.plus(1, ChronoUnit.DAYS);
            strangerUnder(stream(log, tomorrow, 0));
            sign(log, 1 + 24 * 60);
            assertThat(newest(log, tomorrow.plus(1, ChronoUnit.MINUTES)).aggregate())
                    .isEqualTo(stream(log, tomorrow, 1));
            assertThat(office.getBean(DayStreams.class).beside())
                    .extracting(DayStreams.Beside::log)
                    .contains(log.text());
            assertThat(leaves.damage(log)).isEmpty();
        }
        for (LogName log : List.of(LogName.WBS, LogName.OPEN))
            assertThat(OldHome.verified(home, log, exported(log))).endsWith("exit 0");
        var auditor = auditor();
        assertThat(auditor.page("/audit"))
                .contains("Aliran segel log wbs", "Aliran segel log open", "di depan jam server");
        assertThat(auditor.page("/audit?lang=en"))
                .contains("The stream of seals of the wbs log", "The stream of seals of the open log");
    }

    /** Signs a log some minutes after its newest checkpoint, or after now, in a stream that the new program begins. */
    private static Instant sign(LogName log, int minutes) {
        Leaves leaves = office.getBean(Leaves.class);
        Instant newest = Instant.ofEpochMilli(leaves.latest(log).orElseThrow().mark());
        Instant from = newest.isAfter(Instant.now()) ? newest : Instant.now().plus(2, ChronoUnit.DAYS);
        Instant mark = from.truncatedTo(ChronoUnit.MINUTES).plus(minutes, ChronoUnit.MINUTES);
        strangerUnder(UUID.randomUUID().toString().replace("-", ""));
        office.getBean(CheckpointSigner.class).sign(log, mark);
        assertThat(leaves.latest(log).orElseThrow().mark()).isEqualTo(mark.toEpochMilli());
        return mark;
    }

    private static StoredEvent newest(LogName log, Instant mark) {
        return office.getBean(StoredEvents.class).read(Position.FIRST, Integer.MAX_VALUE).stream()
                .filter(row -> row.name().equals("checkpoint-recorded")
                        && row.time().equals(mark)
                        && new String(row.payload(), StandardCharsets.UTF_8).contains("/" + log.text() + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static String exported(LogName log) {
        return office.getBean(Exports.class).log(log).map(line -> line + "\n").collect(Collectors.joining());
    }

    private static OldHome.Auditor auditor() throws Exception {
        return OldHome.signIn(home, office.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Test
    void the_auditor_reads_that_the_clock_is_in_doubt_until_it_is_not() throws Exception {
        var auditor = auditor();
        var clock = (MovableClock) office.getBean(Clock.class);
        var watch = office.getBean(ClockWatch.class);
        watch.confirm();
        assertThat(auditor.page("/audit")).doesNotContain("clock-doubt");
        clock.set(clock.instant().minus(5, ChronoUnit.HOURS));
        watch.look();
        assertThat(auditor.page("/audit")).contains("id=\"clock-doubt\"", "Jam server mundur lebih dari satu jam");
        assertThat(auditor.page("/audit/kasus?lang=en")).contains("id=\"clock-doubt\"", "clock went back by more");
        clock.release();
        watch.confirm();
        assertThat(auditor.page("/audit")).doesNotContain("clock-doubt");
    }

    /**
     * Whom the reporter excluded follows from nothing that the auditor is shown, not even of reports whose event names
     * them.
     */
    @Test
    void the_auditor_reads_how_many_may_read_a_case_and_not_who() throws Exception {
        var auditor = auditor();
        for (StoredEvent row : submissions()) {
            String page = auditor.page("/audit/kasus/" + row.aggregate());
            assertThat(page)
                    .containsPattern("<dd>(Satu orang|[2-9] orang)</dd>")
                    .doesNotContain("Tidak boleh membaca");
            assertThat(auditor.page("/audit/kasus/" + row.aggregate() + "?lang=en"))
                    .containsPattern("<dd>(One person|[2-9] people)</dd>");
        }
    }

    private static String stream(LogName log, Instant mark, int number) {
        String origin = new LogOrigin(tenant(), log).text();
        return CheckpointsId.of(origin, mark.atZone(ZoneOffset.UTC).toLocalDate(), number)
                .toString();
    }

    private static UUID tenant() {
        try {
            return KeyFolder.open(home.resolve("keys"))
                    .manifests()
                    .getLast()
                    .manifest()
                    .tenant();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An event of the open log under any id, as only a program with a fault could store it. */
    private static void strangerUnder(String id) {
        var keys = new StaffKeyIds(new UUID(1, 1), new UUID(2, 2), Digest.ZERO);
        var registered = new StaffRegistered(StaffId.parse(id), new UUID(9, 9), Role.AUDITOR, "Rekaan", keys, 1);
        office.getBean(EventStore.class).publish(new GenericDomainEventMessage<>("staff-member", id, 0, registered));
    }
}
