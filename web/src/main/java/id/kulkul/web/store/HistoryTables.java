package id.kulkul.web.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of the history behind the connection of the moment; used by the thread whose turn it is. */
final class HistoryTables implements Contents {
    private final Appends appends;
    private @Nullable EventTable events;
    private @Nullable UUID newest;
    private long acknowledged;

    HistoryTables(Appends appends) {
        this.appends = appends;
    }

    /**
     * What was acknowledged must be there. More may be there than that: a batch whose end could not be told to anybody,
     * whole as every transaction is, and from now on part of the history.
     */
    @Override
    public void attach(SqliteWriter connection) throws SQLException {
        var table = new EventTable(connection);
        if (newest != null && !EventTable.holds(connection, acknowledged - 1, newest))
            throw new IllegalStateException("the history lacks what was acknowledged");
        events = table;
    }

    @Override
    public void committed() {
        var table = events();
        newest = table.newest();
        acknowledged = table.next();
        appends.reached(acknowledged);
    }

    EventTable events() {
        return Objects.requireNonNull(events);
    }
}
