package id.kulkul.web.store;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Position;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** The history in one SQLite file: an append that returned is on disk, in one gap-free order that starts at 0. */
final class GroupCommitEvents extends BatchingEventStorageEngine implements AutoCloseable {
    private static final int READERS = 4;
    private static final int PAGE = 500;

    private final Appends appends = new Appends(0);
    private final GroupCommit writer;
    private final SqliteReaders readers;
    private volatile AppendedLeaves appended = new AppendedLeaves(EventTypes.standard());
    private final HistoryTables tables = new HistoryTables(appends);

    /** Opens or makes the file; upcasters change what is read, never what is stored. */
    static GroupCommitEvents open(Path file, Serializer serializer, EventUpcaster upcasters) throws SQLException {
        return open(file, serializer, upcasters, Reserve.NONE);
    }

    static GroupCommitEvents open(Path file, Serializer serializer, EventUpcaster upcasters, Reserve reserve)
            throws SQLException {
        Wholeness.check(file);
        return new GroupCommitEvents(
                file, () -> new SqliteWriter(file, EventTable.SCHEMA), serializer, upcasters, reserve);
    }

    /** From now on, the leaf of each event is kept there before the event is stored. */
    void keepLeaves(AppendedLeaves leaves) {
        appended = leaves;
    }

    GroupCommitEvents(
            Path file, SqliteWriter.Opening opening, Serializer serializer, EventUpcaster upcasters, Reserve reserve)
            throws SQLException {
        super(settings(serializer, upcasters));
        writer = new GroupCommit("event", opening, tables, reserve);
        tables.committed();
        readers = new SqliteReaders(file, READERS);
    }

    private static BatchingEventStorageEngine.Builder settings(Serializer serializer, EventUpcaster upcasters) {
        return new Builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(SqliteWriter::isDuplicate)
                .batchSize(PAGE);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) return;
        EventLoop.refuse();
        var rows = messages.stream()
                .map(message -> HistoryRow.of(message, serializer))
                .toList();
        var known = appended;
        var leaves = rows.stream()
                .map(row -> known.of(SqliteStoredEvents.stored(row, Stamps.unpacked(row.stamps()))))
                .toList();
        try {
            writer.write(
                    () -> {
                        var place = new Position(tables.events().next());
                        tables.events().insert(rows);
                        for (var leaf : leaves) {
                            known.keep(place, leaf);
                            place = place.next();
                        }
                        return rows.size();
                    },
                    EventTable.isSeveral(rows));
        } catch (SQLException e) {
            handlePersistenceException(e, messages.get(0));
        }
    }

    /** No aggregate is long enough to be worth a snapshot. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("the history keeps no snapshots");
    }

    @Override
    protected List<HistoryRow> fetchTrackedEvents(@Nullable TrackingToken last, int max) {
        return after(position(last), max);
    }

    /** Up to {@code max} rows whose index is greater, in order. */
    List<HistoryRow> after(long index, int max) {
        return read(reader -> {
            var select = reader.prepare(EventTable.AFTER);
            select.setLong(1, index);
            select.setInt(2, max);
            try (var result = select.executeQuery()) {
                return EventTable.rows(result);
            }
        });
    }

    @Override
    protected List<HistoryRow> fetchDomainEvents(String aggregate, long firstSequence, int max) {
        return read(reader -> {
            var select = reader.prepare(EventTable.OF_AGGREGATE);
            select.setBytes(1, Hex16.bytes(Hex16.parse(aggregate)));
            select.setLong(2, firstSequence);
            select.setInt(3, max);
            try (var result = select.executeQuery()) {
                return EventTable.rows(result);
            }
        });
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return Stream.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return number(EventTable.LAST_SEQUENCE, Hex16.bytes(Hex16.parse(aggregate)));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(appends.size() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        long first = number(EventTable.FIRST_AT, time.toEpochMilli()).orElse(appends.size());
        return new GlobalSequenceTrackingToken(first - 1);
    }

    /** Where news of appends is to be had. */
    Appends appends() {
        return appends;
    }

    /** Why the store takes no events now or ever, or nothing while it does. */
    @Nullable
    StoreRefused refusal() {
        return writer.refusal();
    }

    /** Whether reading has met damage of the file. */
    boolean isDamaged() {
        return readers.isDamaged();
    }

    /** The index in a token, -1 for the beginning. */
    static long position(@Nullable TrackingToken token) {
        var lower = WrappedToken.unwrapLowerBound(token);
        return lower == null ? -1 : ((GlobalSequenceTrackingToken) lower).getGlobalIndex();
    }

    private Optional<Long> number(String sql, Object argument) {
        return read(reader -> {
            var select = reader.prepare(sql);
            select.setObject(1, argument);
            try (var result = select.executeQuery()) {
                return result.next() && result.getObject(1) != null ? Optional.of(result.getLong(1)) : Optional.empty();
            }
        });
    }

    private <T> T read(SqliteReaders.Query<T> query) {
        EventLoop.refuse();
        try {
            return readers.read(query);
        } catch (SQLException e) {
            throw new EventStoreException("The history could not be read", e);
        }
    }

    @Override
    public void close() throws SQLException {
        readers.close();
        writer.close();
    }

    private static final class Builder extends BatchingEventStorageEngine.Builder {}
}
