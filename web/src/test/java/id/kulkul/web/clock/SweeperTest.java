package id.kulkul.web.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.command.report.ReportEvent.DeadlineMissed;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.report.MissedDuty;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.Kulkul;
import id.kulkul.web.bus.Acts;
import id.kulkul.web.bus.CatchUp;
import id.kulkul.web.bus.Questions;
import id.kulkul.web.bus.Rejected;
import id.kulkul.web.life.Lives;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

class SweeperTest {
    private static final ReportId REPORT = new ReportId(UUID.fromString("8f14e45f-ceea-467f-a9c1-5a3d2b1c0d9e"));

    @Test
    void a_sweep_waits_until_all_that_is_stored_was_read(@TempDir Path folder) {
        try (var office = new SpringApplicationBuilder(Kulkul.class)
                .run("--kulkul.home=" + folder.resolve("home"), "--server.port=0", "--server.address=127.0.0.1")) {
            var board = office.getBean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor(ReportBoard.GROUP, StreamingEventProcessor.class)
                    .orElseThrow();
            board.shutDown();
            var recorded = new DeadlineMissed(REPORT, "acknowledge", LocalDate.of(2026, 3, 9));
            office.getBean(EventStore.class)
                    .publish(new GenericDomainEventMessage<>("report", REPORT.toString(), 0, recorded));
            var sweep = office.getBean(Sweeper.class).sweep().toFuture();
            assertThatThrownBy(() -> sweep.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            board.start();
            assertThat(sweep).succeedsWithin(Duration.ofSeconds(30));
            recordsNothingWhileTheClockIsInDoubt(office);
        }
    }

    /** A duty of a report that is not there is refused where it is recorded at all. */
    private static void recordsNothingWhileTheClockIsInDoubt(ConfigurableApplicationContext office) {
        var missed =
                Flux.just(new MissedDuty(new ReportId(UUID.randomUUID()), "acknowledge", LocalDate.of(2026, 3, 9)));
        assertThat(sweeper(office, Optional.empty()).record(missed).toFuture())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(Rejected.class);
        var longAgo = Optional.of(Instant.EPOCH);
        assertThat(sweeper(office, longAgo).record(missed).toFuture()).succeedsWithin(Duration.ofSeconds(30));
    }

    private static Sweeper sweeper(ConfigurableApplicationContext office, Optional<Instant> lastStored) {
        var clock = office.getBean(Clock.class);
        var day = Duration.ofDays(1);
        var patience = new ClockWatch.Patience(day, day, day);
        return new Sweeper(
                office.getBean(Questions.class),
                office.getBean(Acts.class),
                office.getBean(CatchUp.class),
                clock,
                new ClockWatch(clock, System::nanoTime, lastStored, patience, doubt -> {}),
                office.getBean(Lives.class));
    }
}
