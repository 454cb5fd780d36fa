package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every history promises whoever reads it as bytes, wherever its rows lie. */
abstract class StoredEventsContract {
    /** What stores them; nothing is in it. */
    abstract EventStorageEngine history();

    abstract StoredEvents stored();

    @Test
    void a_row_is_read_as_the_bytes_that_were_stored() {
        var event = Noted.event(7, 0).andMetaData(Map.of("more", "text"));
        history().appendEvents(event);
        var row = stored().read(Position.FIRST, 10).getFirst();
        assertThat(row)
                .isEqualTo(new StoredEvent(
                        Position.FIRST,
                        UUID.fromString(event.getIdentifier()),
                        "note",
                        Noted.id(7),
                        0,
                        Noted.class.getName(),
                        "1",
                        event.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                        "{\"text\":\"event 0\"}".getBytes(StandardCharsets.UTF_8),
                        row.metadata()));
        assertThat(row.metadata())
                .containsAllEntriesOf(Noted.STAMPS)
                .containsEntry("more", "text")
                .hasSize(5);
    }

    @Test
    void rows_are_read_in_order_from_any_index_on() {
        for (int sequence = 0; sequence < 5; sequence++) history().appendEvents(Noted.event(1, sequence));
        assertThat(stored().read(new Position(2), 2))
                .extracting(StoredEvent::position)
                .containsExactly(new Position(2), new Position(3));
        assertThat(stored().read(new Position(5), 10)).isEmpty();
        assertThat(stored().size()).isEqualTo(5);
    }

    @Test
    void one_row_is_found_by_its_aggregate_and_sequence() {
        history().appendEvents(Noted.event(1, 0), Noted.event(1, 1), Noted.event(2, 0));
        assertThat(stored().one(Noted.id(1), 1)).map(StoredEvent::position).contains(new Position(1));
        assertThat(stored().one(Noted.id(1), 2)).isEmpty();
        assertThat(stored().one(Noted.id(3), 0)).isEmpty();
        assertThat(stored().one("note", Noted.id(1), 1))
                .map(StoredEvent::position)
                .contains(new Position(1));
        assertThat(stored().one("report", Noted.id(1), 1)).isEmpty();
    }

    @Test
    void a_thread_that_must_not_wait_is_refused() {
        var reading = Mono.fromCallable(() -> stored().read(Position.FIRST, 1)).subscribeOn(Schedulers.parallel());
        var looking = Mono.fromCallable(() -> stored().one(Noted.id(1), 0)).subscribeOn(Schedulers.parallel());
        assertThatThrownBy(reading::block).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(looking::block).isInstanceOf(IllegalStateException.class);
    }
}
