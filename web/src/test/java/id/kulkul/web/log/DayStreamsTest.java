package id.kulkul.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class DayStreamsTest {
    private static final String ORIGIN = "kulkul/11111111111111111111111111111111/wbs";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final CheckpointsId OLD = CheckpointsId.ofFirstForm(ORIGIN, DAY);

    /** The types of the streams that are there. */
    private final Map<CheckpointsId, String> stored = new HashMap<>();

    private final DayStreams streams = new DayStreams(new Stored());

    private final class Stored implements StoredEvents {
        @Override
        public List<StoredEvent> read(Position from, int max) {
            return List.of();
        }

        @Override
        public Optional<StoredEvent> one(String aggregate, long sequence) {
            return Optional.ofNullable(stored.get(CheckpointsId.parse(aggregate)))
                    .map(type -> new StoredEvent(
                            Position.FIRST,
                            new UUID(1, 1),
                            type,
                            aggregate,
                            0,
                            "x",
                            "1",
                            Instant.EPOCH,
                            new byte[0],
                            Map.of()));
        }

        @Override
        public long size() {
            return stored.size();
        }
    }

    @Test
    void a_day_begins_in_its_first_stream_and_goes_on_there() {
        assertThat(placed()).isEqualTo(of(0));
        stored.put(of(0), "checkpoints");
        assertThat(placed()).isEqualTo(of(0));
        assertThat(streams.beside()).isEmpty();
    }

    @Test
    void a_day_that_began_under_an_id_of_the_first_form_goes_on_there() {
        stored.put(OLD, "checkpoints");
        assertThat(placed()).isEqualTo(OLD);
        assertThat(streams.beside()).isEmpty();
    }

    @Test
    void a_strangers_report_under_an_id_of_the_first_form_is_in_nobodys_way() {
        stored.put(OLD, "report");
        assertThat(placed()).isEqualTo(of(0));
        assertThat(streams.beside()).isEmpty();
    }

    @Test
    void a_stream_of_another_type_costs_no_day_and_is_told_once() {
        stored.put(of(0), "report");
        stored.put(of(1), "staff-member");
        assertThat(placed()).isEqualTo(of(2));
        assertThat(placed()).isEqualTo(of(2));
        assertThat(streams.beside()).containsExactly(new DayStreams.Beside("wbs", DAY));
    }

    @Test
    void a_stream_that_cannot_be_read_is_given_up_whatever_form_its_id_has() {
        stored.put(OLD, "checkpoints");
        streams.giveUp(streams.place(checkpoint()));
        assertThat(placed()).isEqualTo(of(0));
        streams.giveUp(streams.place(checkpoint()));
        assertThat(placed()).isEqualTo(of(1));
    }

    @Test
    void only_what_the_stream_holds_is_a_reason_to_leave_it() {
        for (RuntimeException reason :
                List.of(new IncompatibleAggregateException("x"), new SerializationException("x"))) {
            assertThat(DayStreams.isOfTheStream(new CompletionException(reason)))
                    .isTrue();
        }
        assertThat(DayStreams.isOfTheStream(new CompletionException(new TimeoutException())))
                .isFalse();
        assertThat(DayStreams.isOfTheStream(new CompletionException(new IllegalStateException("x"))))
                .isFalse();
    }

    private CheckpointsId placed() {
        RecordCheckpoint placed = streams.place(checkpoint());
        assertThat(placed.day()).isIn(OLD, of(placed.stream()));
        return placed.day();
    }

    private static CheckpointsId of(int stream) {
        return CheckpointsId.of(ORIGIN, DAY, stream);
    }

    private static RecordCheckpoint checkpoint() {
        long mark = Instant.parse("2026-11-27T09:00:00Z").toEpochMilli();
        return new RecordCheckpoint(
                of(0), 0, ORIGIN, mark, 8, Digest.ZERO, 8, new UUID(2, 2), "note", Octets.of(new byte[0]));
    }
}
