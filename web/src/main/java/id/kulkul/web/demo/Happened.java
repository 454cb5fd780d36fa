package id.kulkul.web.demo;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * What the history holds of the tour's report, so that a step is done when it has happened, whoever did it.
 *
 * @param events in their order
 */
public record Happened(List<Event> events) {
    static final Happened NOTHING = new Happened(List.of());

    /**
     * One event of the case.
     *
     * @param name its stored name, for the message {@code event.NAME}
     * @param moment its leaf, such as {@code wbs-7}; empty while no checkpoint covers it
     */
    public record Event(long sequence, String name, String moment) {
        public boolean covered() {
            return !moment.isEmpty();
        }
    }

    static Happened to(UUID report, StoredEvents history, Leaves leaves) {
        String aggregate = id.kulkul.crypto.bytes.Hex16.of(report);
        return new Happened(LongStream.iterate(0, sequence -> sequence + 1)
                .mapToObj(sequence -> history.one("report", aggregate, sequence))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .map(stored -> event(stored, report, leaves))
                .toList());
    }

    private static Event event(StoredEvent stored, UUID report, Leaves leaves) {
        String moment = leaves.leafIndexOf(LogName.WBS, report, stored.sequence())
                .map(LeafIndex::text)
                .orElse("");
        return new Event(stored.sequence(), stored.name(), moment);
    }

    private boolean has(String name) {
        return events.stream().anyMatch(event -> event.name().equals(name));
    }

    public boolean acknowledged() {
        return has("report-acknowledged");
    }

    public boolean asked() {
        return has("reporter-asked");
    }

    public boolean answered() {
        return has("reporter-replied");
    }

    /** Whether a checkpoint covers all of it. */
    public boolean covered() {
        return events.stream().allMatch(Event::covered);
    }
}
