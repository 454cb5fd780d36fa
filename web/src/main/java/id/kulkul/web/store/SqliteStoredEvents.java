package id.kulkul.web.store;

import id.kulkul.query.audit.Position;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/** The rows of the history as they lie in the file, for whoever turns them into leaves. */
final class SqliteStoredEvents implements StoredEvents {
    private final GroupCommitEvents history;

    SqliteStoredEvents(GroupCommitEvents history) {
        this.history = history;
    }

    @Override
    public List<StoredEvent> read(Position from, int max) {
        return history.after(from.value() - 1, max).stream().map(this::stored).toList();
    }

    @Override
    public Optional<StoredEvent> one(String aggregate, long sequence) {
        return history.fetchDomainEvents(aggregate, sequence, 1).stream()
                .filter(row -> row.sequence() == sequence)
                .map(this::stored)
                .findFirst();
    }

    @Override
    public long size() {
        return history.appends().size();
    }

    private StoredEvent stored(HistoryRow row) {
        return stored(row, entries(row));
    }

    /** A row with its entries, as far as they are needed. */
    static StoredEvent stored(HistoryRow row, Map<String, String> entries) {
        return new StoredEvent(
                new Position(row.index()),
                row.eventId(),
                row.aggregateType(),
                row.getAggregateIdentifier(),
                row.sequence(),
                row.name(),
                row.revision(),
                row.getTimestamp(),
                row.payload(),
                entries);
    }

    /** Nothing where the stamps are no longer whole: such a row is shown, and makes no leaf. */
    private Map<String, String> entries(HistoryRow row) {
        if (row.stamps().length != Stamps.LENGTH) return Map.of();
        var entries = new LinkedHashMap<>(Stamps.unpacked(row.stamps()));
        if (row.rest() != null) {
            Serializer serializer = history.getEventSerializer();
            MetaData rest = serializer.deserialize(row.getMetaData());
            rest.forEach((name, value) -> entries.putIfAbsent(name, String.valueOf(value)));
        }
        return entries;
    }
}
