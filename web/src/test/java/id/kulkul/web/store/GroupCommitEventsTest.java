package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Timeout(60)
class GroupCommitEventsTest {
    private Path folder;
    private GroupCommitEvents history;

    @BeforeEach
    void open(@TempDir Path temporary) throws SQLException {
        folder = temporary;
        reopen();
    }

    private void reopen() throws SQLException {
        history = GroupCommitEvents.open(folder.resolve("events.db"), Noted.serializer(), NoOpEventUpcaster.INSTANCE);
    }

    @AfterEach
    void close() throws SQLException {
        history.close();
    }

    @Test
    void what_was_appended_is_there_after_a_restart() throws SQLException {
        history.appendEvents(Noted.event(1, 0), Noted.event(1, 1));
        close();
        reopen();
        assertThat(history.readEvents(Noted.id(1), 0).asStream().map(event -> (Object) event.getPayload()))
                .containsExactly(new Noted("event 0"), new Noted("event 1"));
        assertThat(history.lastSequenceNumberFor(Noted.id(1))).contains(1L);
        assertThat(history.appends().size()).isEqualTo(2);
    }

    @Test
    void metadata_come_back_as_they_went_in() {
        var event = Noted.event(1, 0).andMetaData(java.util.Map.of("note", "more"));
        history.appendEvents(event, Noted.event(1, 1));
        var read = history.readEvents(Noted.id(1), 0).asStream().toList();
        assertThat(read.get(0).getMetaData()).isEqualTo(event.getMetaData());
        assertThat(read.get(1).getMetaData()).isEqualTo(Noted.event(1, 1).getMetaData());
    }

    @Test
    void indexes_start_at_zero_and_have_no_gap_even_among_conflicts() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) threads.execute(this::appendFiftyWithConflicts);
        }
        var indexes = history.after(-1, 1000).stream().map(HistoryRow::index).toList();
        assertThat(indexes)
                .isEqualTo(LongStream.range(0, indexes.size()).boxed().toList());
        assertThat(indexes).hasSize(100);
    }

    private void appendFiftyWithConflicts() {
        IntStream.range(0, 50).forEach(aggregate -> {
            try {
                history.appendEvents(Noted.event(aggregate, 0), Noted.event(aggregate, 1));
            } catch (AggregateStreamCreationException expected) {
                assertThat(expected).hasMessageContaining(Noted.id(aggregate));
            }
        });
    }

    @Test
    void a_second_event_in_the_same_place_is_a_conflict() {
        history.appendEvents(Noted.event(1, 0), Noted.event(1, 1));
        assertThatThrownBy(() -> history.appendEvents(Noted.event(1, 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> history.appendEvents(Noted.event(1, 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void a_stream_never_takes_an_event_of_another_type() throws SQLException {
        history.appendEvents(Noted.event(1, 0));
        refusesAnotherType();
        close();
        reopen();
        refusesAnotherType();
        history.appendEvents(Noted.event(1, 1));
        assertThat(history.readEvents(Noted.id(1), 0).asStream()).hasSize(2);
    }

    private void refusesAnotherType() {
        for (long sequence = 0; sequence < 2; sequence++) {
            var other = new GenericDomainEventMessage<>("other", Noted.id(1), sequence, new Noted("x"), Noted.STAMPS);
            assertThatThrownBy(() -> history.appendEvents(other)).isInstanceOf(WrongStream.class);
            var both = Noted.event(2, 0);
            assertThatThrownBy(() -> history.appendEvents(both, other)).isInstanceOf(WrongStream.class);
        }
        assertThat(history.lastSequenceNumberFor(Noted.id(2))).isEmpty();
        assertThat(history.appends().size()).isEqualTo(1);
    }

    @Test
    void an_aggregate_whose_first_events_were_refused_begins_like_any_other() {
        assertThatThrownBy(() -> history.appendEvents(Noted.event(1, 0), Noted.event(1, 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
        history.appendEvents(Noted.event(2, 0), Noted.event(2, 1));
        history.appendEvents(Noted.event(1, 0), Noted.event(1, 1));
        history.appendEvents(Noted.event(2, 2));
        assertThat(history.readEvents(Noted.id(1), 0).asStream()).hasSize(2);
        assertThat(history.readEvents(Noted.id(2), 0).asStream()).hasSize(3);
    }

    @Test
    void an_event_that_could_not_become_a_leaf_is_not_stored() {
        var unstamped = new GenericDomainEventMessage<>("note", Noted.id(1), 0, new Noted("x"));
        var named = new GenericDomainEventMessage<>("note", "not hex", 0, new Noted("x"), Noted.STAMPS);
        assertThatThrownBy(() -> history.appendEvents(unstamped)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> history.appendEvents(named)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> history.appendEvents(new GenericEventMessage<>("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(history.appends().size()).isZero();
    }

    @Test
    void a_full_disk_pauses_the_store_which_keeps_what_it_acknowledged_and_goes_on() throws SQLException {
        close();
        var file = folder.resolve("full.db");
        var pages = new AtomicInteger(60);
        history = new GroupCommitEvents(
                file,
                () -> {
                    var connection = new SqliteWriter(file, EventTable.SCHEMA);
                    connection.execute("PRAGMA max_page_count = " + pages.getAndSet(1_000_000));
                    return connection;
                },
                Noted.serializer(),
                NoOpEventUpcaster.INSTANCE,
                Reserve.NONE);
        int acknowledged = appendUntilItPauses();
        assertThat(acknowledged).isPositive();
        assertThat(history.after(-1, 10_000)).hasSize(acknowledged);
        Awaited.until(() -> history.refusal() == null);
        history.appendEvents(Noted.event(acknowledged, 0), Noted.event(acknowledged, 1));
        history.appendEvents(Noted.event(0, 1));
        assertThat(history.after(-1, 10_000).stream().map(HistoryRow::index))
                .containsExactlyElementsOf(
                        LongStream.range(0, acknowledged + 3).boxed().toList());
    }

    @Test
    void a_history_that_lost_what_was_acknowledged_is_not_written_on() throws SQLException {
        history.appendEvents(Noted.event(1, 0), Noted.event(1, 1));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"));
                var statement = other.createStatement()) {
            statement.execute("DELETE FROM event WHERE idx = 1");
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> history.appendEvents(Noted.event(2, 0))).isInstanceOf(StorePaused.class);
            statement.execute("ROLLBACK");
        }
        assertThatThrownBy(() -> history.appendEvents(Noted.event(2, 0))).isInstanceOf(StoreStopped.class);
        assertThat(history.refusal()).hasMessageContaining("lacks what was acknowledged");
    }

    private int appendUntilItPauses() {
        for (int count = 0; ; count++) {
            try {
                history.appendEvents(Noted.event(count, 0));
            } catch (StorePaused full) {
                assertThat(full).hasMessageContaining("full");
                return count;
            }
        }
    }

    @Test
    void a_time_is_the_position_before_its_first_event() {
        history.appendEvents(at(1, "2026-01-01T08:00:00Z"), at(2, "2026-01-01T09:00:00Z"));
        history.appendEvents(at(3, "2026-01-01T10:00:00Z"));
        assertThat(history.createTokenAt(Instant.parse("2026-01-01T08:30:00Z"))).isEqualTo(token(0));
        assertThat(history.createTokenAt(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(token(2));
        assertThat(history.createTailToken()).isEqualTo(token(-1));
        assertThat(history.createHeadToken()).isEqualTo(token(2));
    }

    @Test
    void a_snapshot_is_neither_kept_nor_found() {
        history.appendEvents(Noted.event(1, 0));
        assertThatThrownBy(() -> history.storeSnapshot(Noted.event(1, 0)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(history.readSnapshot(Noted.id(1))).isEmpty();
    }

    @Test
    void a_thread_that_serves_all_connections_may_not_wait_for_the_disk() {
        var append =
                Mono.fromRunnable(() -> history.appendEvents(Noted.event(1, 0))).subscribeOn(Schedulers.parallel());
        assertThatThrownBy(append::block).hasMessageContaining("must not block");
    }

    private static GlobalSequenceTrackingToken token(long index) {
        return new GlobalSequenceTrackingToken(index);
    }

    private static GenericDomainEventMessage<Noted> at(int aggregate, String time) {
        var event = Noted.event(aggregate, 0);
        return new GenericDomainEventMessage<>(
                "note",
                Noted.id(aggregate),
                0,
                event.getPayload(),
                event.getMetaData(),
                "%032x".formatted(aggregate).replaceAll("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"),
                Instant.parse(time));
    }
}
