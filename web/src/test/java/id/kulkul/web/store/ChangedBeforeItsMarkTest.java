package id.kulkul.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.EventJson;
import id.kulkul.command.channel.ChannelEvent.ChannelOpened;
import id.kulkul.command.channel.ChannelId;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.AppendedLeaves;
import id.kulkul.query.audit.Damage;
import id.kulkul.query.audit.LeafIndex;
import id.kulkul.query.audit.Leaves;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who writes the file of the history while the program runs, before the next mark, is found at that mark. */
class ChangedBeforeItsMarkTest {
    @TempDir
    Path folder;

    private final AppendedLeaves appended = new AppendedLeaves(EventTypes.standard());
    private GroupCommitEvents history;

    @BeforeEach
    void two_events() throws SQLException {
        history = GroupCommitEvents.open(file(), EventJson.serializer(), NoOpEventUpcaster.INSTANCE);
        history.keepLeaves(appended);
        for (int i = 0; i < 2; i++) {
            var channel = new ChannelId(UUID.randomUUID());
            history.appendEvents(new GenericDomainEventMessage<>(
                    "channel", channel.toString(), 0, new ChannelOpened(channel, Hex16.ZERO), Noted.STAMPS));
        }
    }

    @AfterEach
    void close() throws SQLException {
        history.close();
    }

    private Path file() {
        return folder.resolve("events.db");
    }

    private Leaves followed() {
        var leaves = new Leaves(
                EventTypes.standard(),
                new SqliteStoredEvents(history),
                Hex16.parse(Noted.TENANT),
                new SecureRandom(),
                appended);
        leaves.follow();
        return leaves;
    }

    private void change(String sql) throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void what_is_stored_makes_the_leaf_that_was_appended() {
        assertThat(followed().damage(LogName.OPEN)).isEmpty();
    }

    @Test
    void a_changed_row_is_damage() throws SQLException {
        change("UPDATE event SET payload = replace(payload, '\"by\"', '\"bX\"') WHERE idx = 1");
        assertThat(followed().damage(LogName.OPEN)).contains(new Damage(new LeafIndex(LogName.OPEN, 1), false));
    }

    @Test
    void a_deleted_row_is_damage_though_it_was_the_newest() throws SQLException {
        change("DELETE FROM event WHERE idx = 1");
        assertThat(followed().damage(LogName.OPEN)).contains(new Damage(new LeafIndex(LogName.OPEN, 1), false));
    }
}
