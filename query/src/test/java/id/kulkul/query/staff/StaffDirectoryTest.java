package id.kulkul.query.staff;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.channel.ChannelEvent;
import id.kulkul.command.channel.ChannelEvent.*;
import id.kulkul.command.channel.ChannelId;
import id.kulkul.command.staff.Role;
import id.kulkul.command.staff.StaffEvent;
import id.kulkul.command.staff.StaffEvent.*;
import id.kulkul.command.staff.StaffId;
import id.kulkul.command.staff.StaffKeyIds;
import id.kulkul.crypto.bytes.Octets;
import id.kulkul.query.staff.StaffQuery.*;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffDirectoryTest {
    private static final StaffId PERSON = new StaffId(AYU);
    private static final StaffKeyIds KEYS = new StaffKeyIds(id(1), id(2), digest(3));
    private static final StaffKeyIds NEW_KEYS = new StaffKeyIds(id(4), id(5), digest(6));
    private static final ChannelId WBS = new ChannelId(CHANNEL);

    private SqliteReadStore store;
    private StaffDirectory directory;
    private StaffAnswers answers;
    private long position;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = new SqliteReadStore(folder.resolve("read.db"));
        directory = new StaffDirectory(store);
        answers = new StaffAnswers(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_person_stands_in_the_directory_with_post_roles_and_keys() {
        feed(
                registered(),
                new RoleGiven(PERSON, id(9), Role.ADMINISTRATOR),
                new KeysChanged(PERSON, id(9), NEW_KEYS, 2));
        assertThat(answers.answer(new OnePerson(AYU))).hasValueSatisfying(row -> {
            assertThat(row.post()).isEqualTo("Auditor APIP");
            assertThat(row.roles()).containsExactly(Role.AUDITOR, Role.ADMINISTRATOR);
            assertThat(row.keys()).isEqualTo(NEW_KEYS);
            assertThat(row.bundleVersion()).isEqualTo(2);
            assertThat(row.retired()).isFalse();
        });
        feed(new RoleTaken(PERSON, id(9), Role.AUDITOR), new StaffRetired(PERSON, id(9)));
        assertThat(answers.answer(new Directory())).singleElement().satisfies(row -> {
            assertThat(row.roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(row.retired()).isTrue();
        });
        assertThat(new Posts(store).isRetired(AYU)).isTrue();
        assertThat(new Posts(store).of(AYU)).isEqualTo("Auditor APIP");
        assertThat(new Posts(store).of(MADE)).isEmpty();
    }

    @Test
    void a_channel_has_the_newest_list_and_every_older_one_is_kept() {
        feed(manifest(1), new ChannelOpened(WBS, id(9)), manifest(2));
        assertThat(answers.answer(new OneChannel(WBS))).hasValueSatisfying(row -> {
            assertThat(row.open()).isTrue();
            assertThat(row.manifest().epoch()).isEqualTo(2);
        });
        assertThat(answers.answer(new OneManifest(digest(1))))
                .hasValueSatisfying(row -> assertThat(row.epoch()).isEqualTo(1));
        feed(new ChannelClosed(WBS, id(9)));
        assertThat(answers.answer(new Channels())).singleElement().satisfies(row -> assertThat(row.open())
                .isFalse());
    }

    @Test
    void feeding_the_same_events_again_changes_nothing() {
        feed(registered(), new StaffRetired(PERSON, id(9)));
        feed(manifest(1), new ChannelOpened(WBS, id(9)));
        var people = answers.answer(new Directory());
        var channels = answers.answer(new Channels());
        position = 0;
        feed(registered(), new StaffRetired(PERSON, id(9)));
        feed(manifest(1), new ChannelOpened(WBS, id(9)));
        assertThat(answers.answer(new Directory())).isEqualTo(people);
        assertThat(answers.answer(new Channels())).isEqualTo(channels);
    }

    private static StaffRegistered registered() {
        return new StaffRegistered(PERSON, id(9), Role.AUDITOR, "Auditor APIP", KEYS, 1);
    }

    private static ManifestPublished manifest(int epoch) {
        var bytes = Octets.of(new byte[] {(byte) epoch});
        return new ManifestPublished(WBS, id(9), epoch, digest(epoch), bytes, bytes, bytes);
    }

    private void feed(StaffEvent... events) {
        for (var event : events) directory.on(event, new GlobalSequenceTrackingToken(position++));
    }

    private void feed(ChannelEvent... events) {
        for (var event : events) directory.on(event, new GlobalSequenceTrackingToken(position++));
    }
}
