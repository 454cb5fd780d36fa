package id.kulkul.query;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportCommand.SubmitReport;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffCommand.RegisterStaff;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
import id.kulkul.crypto.seal.CaseIds;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.query.staff.StaffDirectory;
import id.kulkul.query.staff.StaffQuery.OnePerson;
import id.kulkul.query.staff.StaffRow;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LastingProcessorTest {
    private record Death(String what, Throwable why, int inARow) {}

    private static final int MOST = 3;

    private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();
    private final BlockingQueue<Death> deaths = new LinkedBlockingQueue<>();
    private final AtomicInteger errors = new AtomicInteger();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {ReportBoard.GROUP, StaffDirectory.GROUP})
    void a_projection_that_an_error_ended_goes_on_where_it_was(String group) throws InterruptedException {
        try (var house = house(events())) {
            house.processor(group).registerHandlerInterceptor((work, chain) -> {
                fail();
                return chain.proceed();
            });
            happen(house, 1);
            errors.set(1);
            happen(house, 2);
            assertDeath(group, 1);
            house.settle();
            assertThat(house.ask(new OnePerson(id(2)), StaffRow.class).post()).isEqualTo("Jabatan 2");
            assertThat(deaths).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ReportBoard.GROUP, StaffDirectory.GROUP})
    void an_error_in_the_midst_of_a_commit_leaves_no_transaction_that_others_wait_for(String group)
            throws InterruptedException {
        try (var house = house(events())) {
            house.processor(group).registerHandlerInterceptor((work, chain) -> {
                work.onPrepareCommit(committing -> fail());
                return chain.proceed();
            });
            errors.set(1);
            happen(house, 1);
            assertDeath(group, 1);
            happen(house, 2);
            house.settle();
            assertThat(house.ask(new OnePerson(id(1)), StaffRow.class).post()).isEqualTo("Jabatan 1");
        }
    }

    @Test
    void an_error_while_the_history_is_read_ends_no_processor() throws InterruptedException {
        try (var house = house(new FailingStore())) {
            errors.set(1);
            happen(house, 1);
            assertThat(next().why()).isInstanceOf(LinkageError.class);
            house.settle();
            assertThat(house.ask(new OnePerson(id(1)), StaffRow.class).post()).isEqualTo("Jabatan 1");
        }
    }

    @Test
    void what_gets_no_further_is_counted_until_nobody_wants_it_begun_again() throws InterruptedException {
        try (var house = house(events())) {
            var board = house.processor(ReportBoard.GROUP);
            board.registerHandlerInterceptor((work, chain) -> {
                fail();
                return chain.proceed();
            });
            errors.set(Integer.MAX_VALUE);
            submit(house, 1);
            for (int death = 1; death <= MOST + 1; death++) assertDeath(ReportBoard.GROUP, death);
            assertThat(board.isRunning()).isFalse();
            assertThat(board.isError()).isTrue();
        }
    }

    @Test
    void a_dead_one_can_be_shut_down_and_started_like_any_other() throws InterruptedException {
        try (var house = house(events())) {
            var board = house.processor(ReportBoard.GROUP);
            board.registerHandlerInterceptor((work, chain) -> {
                fail();
                return chain.proceed();
            });
            errors.set(MOST + 1);
            submit(house, 1);
            for (int death = 1; death <= MOST + 1; death++) assertDeath(ReportBoard.GROUP, death);
            house.rebuild();
            happen(house, 2);
            house.settle();
            assertThat(board.isRunning()).isTrue();
            assertThat(deaths).isEmpty();
        }
    }

    private House house(EventStore events) {
        return new House(events, folder.resolve("read.db"), (what, why, inARow) -> {
            deaths.add(new Death(what, why, inARow));
            return inARow > MOST ? Optional.empty() : Optional.of(Duration.ZERO);
        });
    }

    private EventStore events() {
        return EmbeddedEventStore.builder().storageEngine(history).build();
    }

    private void fail() {
        if (errors.getAndUpdate(left -> Math.max(0, left - 1)) > 0) throw new LinkageError("as a test");
    }

    private void assertDeath(String what, int inARow) throws InterruptedException {
        var death = next();
        assertThat(death.what()).isEqualTo(what);
        assertThat(death.why()).isInstanceOf(LinkageError.class);
        assertThat(death.inARow()).isEqualTo(inARow);
    }

    private Death next() throws InterruptedException {
        var death = deaths.poll(30, TimeUnit.SECONDS);
        if (death == null) throw new AssertionError("nothing died");
        return death;
    }

    /** Something for each projection. */
    private static void happen(House house, int number) {
        var keys = new StaffKeyIds(id(100L + number), id(200L + number), digest(number));
        var post = "Jabatan " + number;
        house.send(new RegisterStaff(new StaffId(id(number)), id(9), Role.INVESTIGATOR, post, keys, 1));
        submit(house, number);
    }

    private static void submit(House house, int number) {
        var nonce = new UUID(7, number);
        var report = new ReportId(CaseIds.of(TENANT, digest(9), nonce));
        var event = submitted(report);
        house.send(new SubmitReport(
                report,
                event.rules(),
                event.category(),
                event.sealing(),
                nonce,
                event.items(),
                event.reporterKeys(),
                event.signature(),
                event.origin()));
    }

    /** Fails where a stream is read. */
    private final class FailingStore extends EmbeddedEventStore {
        FailingStore() {
            super(builder().storageEngine(history));
        }

        @Override
        public TrackingEventStream openStream(TrackingToken from) {
            var stream = super.openStream(from);
            return (TrackingEventStream) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {TrackingEventStream.class}, (same, method, values) -> {
                        if (method.getName().equals("nextAvailable")) fail();
                        return method.invoke(stream, values);
                    });
        }
    }
}
