package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.AYU;
import static id.kulkul.query.report.Stories.KETUT;
import static id.kulkul.query.report.Stories.MADE;
import static id.kulkul.query.report.Stories.MONDAY;
import static id.kulkul.query.report.Stories.declined;
import static id.kulkul.query.report.Stories.id;
import static id.kulkul.query.report.Stories.refused;
import static id.kulkul.query.report.Stories.report;
import static id.kulkul.query.report.Stories.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.flood.FloodEvent.SettingAsideConfirmed;
import id.kulkul.command.flood.FloodEvent.SettingAsideProposed;
import id.kulkul.command.flood.FloodId;
import id.kulkul.command.report.ConflictReason;
import id.kulkul.command.report.Lesson;
import id.kulkul.command.report.ReportEvent.ConflictDeclared;
import id.kulkul.command.report.ReportEvent.ReportAcknowledged;
import id.kulkul.command.report.ReportEvent.ReportClosed;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.ArchivePage;
import id.kulkul.query.casework.CaseworkQuery.Archive;
import id.kulkul.query.casework.CaseworkQuery.ByNumber;
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.CaseworkQuery.KindOf;
import id.kulkul.query.casework.CaseworkQuery.SetAside;
import id.kulkul.query.casework.InboxCard;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.staff.Leavers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever may not read a case today is told nothing of it by any answer of the shelf: not its card, not a count, not
 * one page more.
 */
class ShelfAccessTest {
    private static final int MANY = 60;
    private static final FloodId FLOOD = new FloodId(id(0xf1));

    /**
     * Everything that the shelf says to a person: the desk, what was set aside, the case of a number, the kind of a
     * case, the archive from its beginning and from a case on, and the part of it that the person held.
     */
    private record Told(
            InboxPage desk,
            InboxPage aside,
            Optional<InboxCard> found,
            Optional<String> kind,
            ArchivePage archive,
            ArchivePage later,
            ArchivePage held) {}

    private BoardOnDisk disk;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new BoardOnDisk(folder);
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void a_person_on_no_list_is_told_nothing() {
        var before = told(KETUT, Long.MAX_VALUE);
        many();
        assertThat(told(KETUT, Long.MAX_VALUE)).isEqualTo(before);
        assertThat(told(AYU, Long.MAX_VALUE)).isNotEqualTo(before);
        assertThat(told(AYU, Long.MAX_VALUE).found()).isPresent();
        assertThat(told(AYU, Long.MAX_VALUE).kind()).contains("report");
    }

    @Test
    void who_lost_a_case_is_told_what_would_be_told_without_it() {
        disk.feed(MONDAY, submitted(report(2)));
        var before = told(MADE, Long.MAX_VALUE);
        disk.feed(
                MONDAY,
                submitted(report(1)),
                new ConflictDeclared(report(1), MADE, MADE, ConflictReason.NAMED_IN_REPORT));
        assertThat(told(MADE, Long.MAX_VALUE)).isEqualTo(before);
        assertThat(told(AYU, Long.MAX_VALUE).found()).isPresent();
    }

    @Test
    void a_closed_case_is_told_to_nobody_who_may_not_read_it() {
        disk.feed(MONDAY, refused(report(2)));
        var ketut = told(KETUT, Long.MAX_VALUE);
        var made = told(MADE, Long.MAX_VALUE);
        disk.feed(
                MONDAY,
                submitted(report(1)),
                new ReportAcknowledged(report(1), MADE),
                declined(report(1)),
                new ConflictDeclared(report(1), MADE, MADE, ConflictReason.NAMED_IN_REPORT),
                new ReportClosed(report(1), AYU, Lesson.NONE));
        assertThat(told(KETUT, Long.MAX_VALUE)).isEqualTo(ketut);
        assertThat(told(MADE, Long.MAX_VALUE)).isEqualTo(made);
        assertThat(made.archive().cards()).hasSize(1);
        var ayu = told(AYU, Long.MAX_VALUE);
        assertThat(ayu.archive().cards()).hasSize(2);
        assertThat(ayu.later().cards()).hasSize(1);
        assertThat(ayu.held().cards()).hasSize(2);
        assertThat(told(AYU, -1).archive().cards()).isEmpty();
        Leavers.leave(disk.store, AYU);
        assertThat(told(AYU, Long.MAX_VALUE).archive().cards()).isEmpty();
    }

    @Test
    void a_case_that_no_checkpoint_covers_is_told_to_nobody() {
        var before = told(AYU, -1);
        many();
        assertThat(told(AYU, -1)).isEqualTo(before);
        assertThat(told(AYU, 0).desk().all()).isEqualTo(1);
        assertThat(told(AYU, 0).found()).isPresent();
    }

    @Test
    void what_was_set_aside_is_counted_on_the_other_page_only_and_found_by_its_number() {
        disk.feed(MONDAY, submitted(report(1)), submitted(report(2)));
        disk.feed(MONDAY, new SettingAsideProposed(FLOOD, AYU, List.of(report(1).value()), List.of(AYU, MADE)));
        disk.feed(MONDAY, new SettingAsideConfirmed(FLOOD, MADE));
        var told = told(AYU, Long.MAX_VALUE);
        assertThat(told.desk().all()).isEqualTo(1);
        assertThat(told.desk().other()).isEqualTo(1);
        assertThat(told.aside().all()).isEqualTo(1);
        assertThat(told.found()).map(InboxCard::id).contains(report(1).value());
        assertThat(told(KETUT, Long.MAX_VALUE).aside().all()).isZero();
    }

    @Test
    void who_left_the_office_is_told_nothing() {
        var before = told(AYU, Long.MAX_VALUE);
        many();
        Leavers.leave(disk.store, AYU);
        assertThat(told(AYU, Long.MAX_VALUE)).isEqualTo(before);
    }

    private void many() {
        for (var number = 1; number <= MANY; number++) disk.feed(MONDAY, submitted(report(number)));
    }

    private Told told(UUID person, long covered) {
        return new Told(
                disk.inboxes.answer(new Inbox(person, MONDAY, new Position(covered), false, 2)),
                disk.inboxes.answer(new SetAside(person, MONDAY, new Position(covered), 2)),
                disk.inboxes.answer(new ByNumber(ReportBoard.number(report(1)), person, MONDAY, new Position(covered))),
                disk.inboxes.answer(new KindOf(report(1).value(), person, new Position(covered))),
                archive(person, covered, false, null),
                archive(person, covered, false, report(1).value()),
                archive(person, covered, true, null));
    }

    private ArchivePage archive(UUID person, long covered, boolean held, @Nullable UUID after) {
        return disk.archives.answer(new Archive(person, new Position(covered), held, after));
    }
}
