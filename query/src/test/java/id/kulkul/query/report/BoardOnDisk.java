package id.kulkul.query.report;

import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.casework.Archives;
import id.kulkul.query.casework.Inboxes;
import id.kulkul.query.casework.OpenCases;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;

/** A board over a file of its own, fed by hand: the position is the index of the event. */
final class BoardOnDisk implements AutoCloseable {
    final SqliteReadStore store;
    final ReportBoard board;
    final ReportAnswers answers;
    final Inboxes inboxes;
    final Archives archives;
    final Asides asides;
    private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();
    private final Map<ReportId, Long> sequences = new HashMap<>();
    private long position;

    BoardOnDisk(Path folder) {
        store = new SqliteReadStore(folder.resolve("read.db"));
        board = new ReportBoard(store);
        answers = new ReportAnswers(store, new Posts(store), this::history);
        inboxes = few(OpenCases.MOST);
        var posts = new Posts(store);
        archives = new Archives(store, posts, ReportDiscretion.alone(store, posts, this::history));
        asides = new Asides(store, new Posts(store), inboxes, this::history);
    }

    /** What lies on desks that list no more than so many cases. */
    Inboxes few(int most) {
        var posts = new Posts(store);
        return new Inboxes(store, posts, ReportDiscretion.alone(store, posts, this::history), most);
    }

    private EventStore history() {
        return EmbeddedEventStore.builder().storageEngine(history).build();
    }

    void feed(Instant at, ReportEvent... events) {
        for (var event : events) {
            var sequence = sequences.merge(event.report(), 1L, Long::sum) - 1;
            history.appendEvents(new GenericDomainEventMessage<>(
                    "report",
                    event.report().toString(),
                    sequence,
                    event,
                    MetaData.emptyInstance(),
                    event.report() + "/" + sequence,
                    at));
            feed(event, at, position++);
        }
    }

    void feed(Instant at, List<ReportEvent> events) {
        feed(at, events.toArray(ReportEvent[]::new));
    }

    void feed(Instant at, FloodEvent event) {
        feed(event, at, position++);
    }

    void feed(FloodEvent event, Instant at, long position) {
        board.on(event, at, new GlobalSequenceTrackingToken(position));
    }

    /** The position of the event that was fed last. */
    long last() {
        return position - 1;
    }

    void feed(ReportEvent event, Instant at, long position) {
        board.on(event, at, new GlobalSequenceTrackingToken(position));
    }

    @Override
    public void close() {
        store.close();
    }
}
