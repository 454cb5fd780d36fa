package id.kulkul.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.casework.CaseworkQuery;
import id.kulkul.query.casework.PastCard;
import id.kulkul.query.casework.PastCase;
import id.kulkul.query.casework.PastList;
import id.kulkul.web.Kulkul;
import id.kulkul.web.clock.ClockWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole demonstration at 200 random moments: three ways to know the past, and they agree. */
class EveryMomentTest {
    private static final int MOMENTS = 200;
    private static final long SEED = 3;

    @TempDir
    static Path temporary;

    private static ConfigurableApplicationContext office;
    private static List<StoredEvent> rows;
    private static List<Long> positions;

    @BeforeAll
    static void tell() {
        office = new SpringApplicationBuilder(Kulkul.class)
                .run(
                        "--kulkul.home=" + temporary.resolve("home"),
                        "--kulkul.demo=true",
                        "--kulkul.marks.wbs=1h",
                        "--kulkul.marks.open=1h",
                        "--server.port=0",
                        "--server.address=127.0.0.1");
        settle();
        rows = office.getBean(StoredEvents.class).read(Position.FIRST, Integer.MAX_VALUE);
        positions =
                new Random(SEED).longs(MOMENTS, 0, rows.size()).sorted().boxed().toList();
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    /** The story is told under a clock of its own, which nobody watches. */
    @Test
    void the_story_leaves_no_doubt_about_the_clock() {
        assertThat(office.getBean(ClockWatch.class).doubt()).isEmpty();
    }

    @Test
    void the_fold_of_the_events_of_every_case_equals_its_stored_version() {
        var cases = rows.stream()
                .filter(row -> row.name().equals("report-submitted"))
                .map(row -> ReportId.parse(row.aggregate()))
                .toList();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(11);
        for (long position : positions) {
            var folded = cases.stream()
                    .flatMap(report -> fold(report, position).stream())
                    .toList();
            assertThat(list(position)).as("at position " + position).containsExactlyInAnyOrderElementsOf(folded);
        }
    }

    @Test
    void the_list_at_a_position_equals_the_list_of_a_rebuild_that_stops_there() throws Exception {
        try (var rebuilt = new RebuiltLists(temporary.resolve("rebuilt.db"));
                var events = axon().eventStore().openStream(null)) {
            long next = 0;
            for (long position : positions) {
                for (; next <= position; next++) {
                    TrackedEventMessage<?> event = events.nextAvailable();
                    assertThat(event.trackingToken().position()).hasValue(next);
                    rebuilt.take(event);
                }
                assertThat(rebuilt.list(at(position).time()))
                        .as("at position " + position)
                        .isEqualTo(list(position));
            }
        }
    }

    @Test
    void every_list_of_the_past_is_the_same_after_everything_was_rebuilt() throws InterruptedException {
        var before = positions.stream().map(EveryMomentTest::list).toList();
        QuerySide.rebuild(axon());
        settle();
        assertThat(positions.stream().map(EveryMomentTest::list).toList()).isEqualTo(before);
    }

    /** The case as its events up to a position say; nothing before the first of them. */
    private static Optional<PastCard> fold(ReportId report, long position) {
        List<StoredEvent> own = new ArrayList<>(rows.subList(0, (int) position + 1));
        own.removeIf(row -> !row.aggregate().equals(report.toString()));
        if (own.isEmpty()) return Optional.empty();
        var question = new CaseworkQuery.CaseAt(
                "report", report.value(), own.getLast().sequence(), at(position).time());
        var past = queries()
                .query(question, ResponseTypes.optionalInstanceOf(PastCase.class))
                .join();
        return Optional.of(past.orElseThrow().card());
    }

    private static List<PastCard> list(long position) {
        return queries()
                .query(
                        new CaseworkQuery.CasesAt(
                                LogName.WBS,
                                new Position(position),
                                at(position).time()),
                        ResponseTypes.instanceOf(PastList.class))
                .join()
                .cards();
    }

    private static StoredEvent at(long position) {
        return rows.get((int) position);
    }

    /** Waits until the read side has folded everything that is stored. */
    private static void settle() {
        long stored = office.getBean(StoredEvents.class).size();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (QuerySide.folded(axon()) < stored) {
            if (System.nanoTime() > end) throw new AssertionError("The read side does not catch up");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Configuration axon() {
        return office.getBean(Configuration.class);
    }

    private static QueryGateway queries() {
        return office.getBean(QueryGateway.class);
    }
}
