package id.kulkul.web.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.Aggregates;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.DeadlineMissed;
import id.kulkul.command.report.ReportEvent.ReportAcknowledged;
import id.kulkul.command.report.ReportEvent.ReportSubmitted;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportOrigin;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.casework.MissedDuty;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.Kulkul;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.life.Rounds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

class SweeperTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration NINE_DAYS = Duration.ofDays(9);
    private static final UUID READER = new UUID(1, 1);
    private static final Sealing SEALING =
            new Sealing(new UUID(2, 2), new UUID(3, 3), 1, Digest.ZERO, 0, List.of(READER), 0, 1);

    private static ConfigurableApplicationContext office;

    private final SetClock clock = new SetClock(Instant.now());

    @BeforeAll
    static void start(@TempDir Path folder) {
        office = new SpringApplicationBuilder(Kulkul.class)
                .run("--kulkul.home=" + folder.resolve("home"), "--server.port=0", "--server.address=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void a_sweep_waits_until_all_that_is_stored_was_read() {
        var board = office.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(ReportBoard.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        board.shutDown();
        var report = new ReportId(UUID.randomUUID());
        happened(report, 0, new DeadlineMissed(report, "acknowledge", LocalDate.of(2026, 3, 9)));
        var sweep = office.getBean(Sweeper.class).sweep().toFuture();
        assertThatThrownBy(() -> sweep.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        board.start();
        assertThat(sweep).succeedsWithin(SOON);
    }

    /** A duty of a report that is not there is refused where it is recorded at all. */
    @Test
    void nothing_is_recorded_while_the_clock_is_in_doubt() {
        var missed = Flux.just(new MissedDuty("report", UUID.randomUUID(), "acknowledge", LocalDate.of(2026, 3, 9)));
        assertThat(sweeper(watch(Optional.empty())).record(missed).toFuture())
                .failsWithin(SOON)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(Rejected.class);
        assertThat(sweeper(watch(Optional.of(Instant.EPOCH))).record(missed).toFuture())
                .succeedsWithin(SOON);
    }

    @Test
    void what_only_a_wrong_clock_says_is_never_recorded_and_what_was_truly_missed_is_after_an_hour() {
        var late = submitted();
        var done = submitted();
        happened(done, 1, new ReportAcknowledged(done, READER));
        var running = watch(Optional.empty());
        clock.set(NINE_DAYS);
        assertThat(recordedBy(running)).isEmpty();
        clock.set(NINE_DAYS.negated());
        passSteadily(running);
        assertThat(recordedBy(running)).isEmpty();
        var lastStored = clock.instant();
        clock.pass(NINE_DAYS); // nobody was there meanwhile
        var started = watch(Optional.of(lastStored));
        assertThat(recordedBy(started)).isEmpty();
        passSteadily(started);
        assertThat(recordedBy(started)).containsExactly(late.toString());
        assertThat(recordedBy(started)).containsExactly(late.toString());
    }

    private static ReportId submitted() {
        var report = new ReportId(UUID.randomUUID());
        happened(
                report,
                0,
                new ReportSubmitted(
                        report,
                        "wbs-2026.1",
                        "other",
                        SEALING,
                        new UUID(4, 4),
                        List.of(),
                        Digest.ZERO,
                        Octets.of(new byte[64]),
                        ReportOrigin.OWN));
        return report;
    }

    private static void happened(ReportId report, long sequence, ReportEvent event) {
        office.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("report", report.toString(), sequence, event));
    }

    /** Whose duties are recorded as missed after a sweep, but for the one that another test stored. */
    private List<String> recordedBy(ClockWatch watch) {
        assertThat(sweeper(watch).sweep().toFuture()).succeedsWithin(SOON);
        return office.getBean(StoredEvents.class).read(Position.FIRST, 1_000).stream()
                .filter(row -> row.name().equals("deadline-missed") && row.sequence() > 0)
                .map(StoredEvent::aggregate)
                .toList();
    }

    private void passSteadily(ClockWatch watch) {
        watch.look();
        for (int i = 0; i < 360; i++) {
            clock.pass(Duration.ofSeconds(10));
            watch.look();
        }
        assertThat(watch.isCertain()).isTrue();
    }

    private ClockWatch watch(Optional<Instant> lastStored) {
        var patience = new ClockWatch.Patience(Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofDays(31));
        return new ClockWatch(clock, clock::counted, lastStored, patience, doubt -> {});
    }

    private Sweeper sweeper(ClockWatch watch) {
        return new Sweeper(
                office.getBean(Questions.class),
                office.getBean(Acts.class),
                office.getBean(Aggregates.class),
                office.getBean(CatchUp.class),
                clock,
                watch,
                office.getBean(Rounds.class));
    }
}
