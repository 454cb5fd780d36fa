package id.kulkul.query.report;

import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;

/** The events of one case, read from the history itself. */
final class CaseEvents {
    /** One event of the case and its hour. */
    record Event(ReportEvent event, Instant hour) {}

    private final Supplier<EventStore> events;

    /** Over a history that is asked for when the first case is. */
    CaseEvents(Supplier<EventStore> events) {
        this.events = events;
    }

    /**
     * All up to the first that cannot be read any more: whoever asks for a later one is told that it cannot be
     * replayed.
     */
    List<Event> of(ReportId report) {
        var told = new ArrayList<Event>();
        try {
            var stream = events.get().readEvents(report.toString(), 0);
            while (stream.hasNext()) {
                var message = stream.next();
                if (!(message.getPayload() instanceof ReportEvent event)) return told;
                told.add(new Event(event, message.getTimestamp()));
            }
        } catch (SerializationException damaged) {
            return told;
        }
        return told;
    }

    /** The file of a case as it is without those of its events, by its own count. */
    CaseFile without(ReportId report, Set<Long> left) {
        var file = new CaseFile();
        var sequence = 0L;
        for (var told : of(report)) {
            if (!left.contains(sequence)) file.fold(told.event(), told.hour(), sequence);
            sequence++;
        }
        return file;
    }
}
