package id.kulkul.query.report;

import id.kulkul.command.report.ReportEvent;
import id.kulkul.query.staff.Posts;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** A board over a file of its own, fed by hand: the position is the index of the event. */
final class BoardOnDisk implements AutoCloseable {
    final SqliteReadStore store;
    final ReportBoard board;
    private long position;

    BoardOnDisk(Path folder) {
        store = new SqliteReadStore(folder.resolve("read.db"));
        board = new ReportBoard(store, new Posts(store));
    }

    void feed(Instant at, ReportEvent... events) {
        for (var event : events) feed(event, at, position++);
    }

    void feed(Instant at, List<ReportEvent> events) {
        feed(at, events.toArray(ReportEvent[]::new));
    }

    void feed(ReportEvent event, Instant at, long position) {
        board.on(event, at, new GlobalSequenceTrackingToken(position));
    }

    @Override
    public void close() {
        store.close();
    }
}
