package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.flood.FloodEvent;
import id.kulkul.command.flood.FloodEvent.SettingAsideConfirmed;
import id.kulkul.command.flood.FloodEvent.SettingAsideProposed;
import id.kulkul.command.flood.FloodEvent.SettingAsideUndone;
import id.kulkul.command.flood.FloodId;
import id.kulkul.command.policy.Due;
import id.kulkul.command.report.ConflictReason;
import id.kulkul.command.report.ReportEvent.ConflictDeclared;
import id.kulkul.command.report.ReportEvent.DeadlineMissed;
import id.kulkul.command.report.ReportEvent.ItemOpened;
import id.kulkul.command.report.ReportEvent.ReportAcknowledged;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.CaseworkQuery.SetAside;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.casework.Pile;
import id.kulkul.query.report.ReportQuery.AsideBy;
import id.kulkul.query.report.ReportQuery.Mailbox;
import id.kulkul.query.report.ReportQuery.OneCase;
import id.kulkul.query.report.ReportQuery.OneFlood;
import id.kulkul.query.report.ReportQuery.Proposals;
import id.kulkul.query.report.ReportQuery.UntouchedReports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that two people set aside leave the desks, and nothing else. */
class FloodsTest {
    private static final Instant NOW = MONDAY.plus(Duration.ofDays(9));
    private static final List<UUID> READERS = List.of(AYU, MADE);
    private static final FloodId FLOOD = FloodId.of(TENANT, id(1), READERS);
    private static final FloodEvent PROPOSED = proposal(FLOOD, report(1), report(2));
    private static final FloodEvent CONFIRMED = new SettingAsideConfirmed(FLOOD, MADE);
    private static final FloodEvent UNDONE = new SettingAsideUndone(FLOOD, MADE);

    private BoardOnDisk disk;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new BoardOnDisk(folder);
        disk.feed(MONDAY, submitted(report(1)), submitted(report(2)), submitted(report(3)));
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void a_proposal_alone_sets_nothing_aside() {
        disk.feed(NOW, PROPOSED);
        assertThat(desk(AYU)).hasSize(3);
        assertThat(aside(AYU)).isEmpty();
        assertThat(row(MADE)).satisfies(row -> {
            assertThat(row.state()).isEqualTo(FloodRow.State.PROPOSED);
            assertThat(row.mine()).isFalse();
            assertThat(row.reports()).isEqualTo(2);
            assertThat(row.proposed().by().person()).isEqualTo(AYU);
            assertThat(row.proposed().hour()).isEqualTo(NOW);
        });
        assertThat(row(AYU).mine()).isTrue();
    }

    @Test
    void what_two_people_set_aside_is_on_no_desk_but_in_its_own_list() {
        force();
        for (var person : READERS) {
            assertThat(desk(person)).containsExactly(report(3));
            assertThat(aside(person)).containsExactlyInAnyOrder(report(1), report(2));
            assertThat(inbox(person).other()).isEqualTo(2);
        }
        assertThat(row(AYU).state()).isEqualTo(FloodRow.State.IN_FORCE);
        assertThat(row(AYU).confirmed()).isNotNull();
    }

    @Test
    void its_clocks_its_mailbox_and_its_page_go_on() {
        var before = disk.answers.answer(new Mailbox(report(1), NOW));
        force();
        assertThat(disk.answers.answer(new Mailbox(report(1), NOW))).isEqualTo(before);
        assertThat(disk.answers.answer(new OneCase(report(1), AYU, NOW, new Position(Long.MAX_VALUE))))
                .isPresent();
        var late = disk.inboxes
                .answer(new SetAside(AYU, NOW, new Position(Long.MAX_VALUE), 1))
                .piles()
                .getFirst();
        assertThat(late.pile()).isEqualTo(Pile.LATE);
        assertThat(late.count()).isEqualTo(2);
        assertThat(late.cards().getFirst().clock()).isNotNull().satisfies(clock -> assertThat(clock.state())
                .isEqualTo(Due.State.OVERDUE));
        disk.feed(NOW, new DeadlineMissed(report(1), "acknowledge", LocalDate.of(2026, 3, 9)));
        assertThat(aside(AYU)).contains(report(1));
    }

    @Test
    void taken_back_it_is_on_every_desk_again() {
        force();
        disk.feed(NOW, UNDONE);
        assertThat(desk(AYU)).hasSize(3);
        assertThat(aside(MADE)).isEmpty();
        assertThat(row(AYU).state()).isEqualTo(FloodRow.State.UNDONE);
        assertThat(row(AYU).undone()).isNotNull();
    }

    @Test
    void a_report_that_somebody_opens_or_takes_up_comes_back_by_itself() {
        force();
        disk.feed(NOW, new ItemOpened(report(1), id(100), MADE));
        assertThat(desk(AYU)).contains(report(1)).doesNotContain(report(2));
        disk.feed(NOW, new ReportAcknowledged(report(2), AYU));
        assertThat(desk(AYU)).contains(report(1), report(2));
        assertThat(aside(AYU)).isEmpty();
        assertThat(flood(AYU).orElseThrow().cards())
                .extracting(FloodPage.Card::back)
                .containsExactly(true, true);
    }

    @Test
    void a_case_names_the_setting_aside_that_keeps_it_off_the_desk_and_no_other() {
        disk.feed(NOW, PROPOSED);
        assertThat(asideBy(report(1), AYU)).isEmpty();
        disk.feed(NOW, CONFIRMED);
        assertThat(asideBy(report(1), AYU).map(FloodRow::flood)).contains(FLOOD);
        assertThat(asideBy(report(3), AYU)).isEmpty();
        assertThat(asideBy(report(1), KETUT)).isEmpty();
        disk.feed(NOW, new ItemOpened(report(1), id(100), AYU));
        assertThat(asideBy(report(1), AYU)).isEmpty();
        assertThat(asideBy(report(2), AYU)).isPresent();
        disk.feed(NOW, UNDONE);
        assertThat(asideBy(report(2), AYU)).isEmpty();
    }

    private Optional<FloodRow> asideBy(ReportId report, UUID person) {
        return disk.asides.answer(new AsideBy(report, person, new Position(Long.MAX_VALUE)));
    }

    @Test
    void a_report_whose_reporter_writes_again_comes_back_at_the_next_mark() {
        force();
        var covered = disk.last();
        disk.feed(NOW, replied(report(1), 301, 1));
        assertThat(upTo(covered, AYU)).containsExactly(report(3));
        assertThat(asideUpTo(covered)).containsExactlyInAnyOrder(report(1), report(2));
        assertThat(upTo(covered + 1, AYU)).contains(report(1));
        assertThat(asideUpTo(covered + 1)).containsExactly(report(2));
    }

    @Test
    void what_its_reporter_wrote_about_may_be_set_aside_once_more() {
        force();
        disk.feed(NOW, replied(report(1), 301, 1));
        var again = FloodId.of(TENANT, id(2), READERS);
        disk.feed(NOW, proposal(again, report(1)));
        disk.feed(NOW, new SettingAsideConfirmed(again, MADE));
        assertThat(aside(AYU)).contains(report(1), report(2));
        disk.feed(NOW, new SettingAsideUndone(again, AYU));
        assertThat(aside(AYU)).containsExactly(report(2));
    }

    @Test
    void what_nobody_has_looked_through_is_known_with_who_could_decide() {
        disk.feed(NOW, new ItemOpened(report(3), id(100), AYU), submitted(report(4)));
        disk.feed(NOW, PROPOSED);
        var untouched = disk.asides.answer(new UntouchedReports(AYU, NOW, new Position(Long.MAX_VALUE)));
        assertThat(untouched.cards())
                .extracting(card -> new ReportId(card.card().id()))
                .containsExactly(report(1), report(2), report(4));
        assertThat(untouched.cards()).extracting(Untouched.Card::proposed).containsExactly(true, true, false);
        assertThat(inbox(AYU).untouched()).isEqualTo(3);
        assertThat(untouched.cards().getFirst().readers()).containsExactlyElementsOf(READERS);
        assertThat(disk.asides
                        .answer(new UntouchedReports(AYU, NOW, new Position(1)))
                        .cards())
                .hasSize(2);
        assertThat(disk.asides
                        .answer(new UntouchedReports(KETUT, NOW, new Position(Long.MAX_VALUE)))
                        .cards())
                .isEmpty();
    }

    @Test
    void whoever_may_not_read_the_reports_knows_of_no_proposal() {
        force();
        assertThat(proposals(KETUT)).isEmpty();
        assertThat(flood(KETUT)).isEmpty();
        assertThat(aside(KETUT)).isEmpty();
        assertThat(inbox(KETUT).other()).isZero();
    }

    @Test
    void a_report_that_a_person_lost_is_neither_named_nor_counted_for_that_person() {
        force();
        disk.feed(NOW, new ConflictDeclared(report(1), AYU, MADE, ConflictReason.OWN_INTEREST));
        assertThat(row(MADE).reports()).isEqualTo(1);
        assertThat(row(MADE).whole()).isFalse();
        assertThat(row(AYU).reports()).isEqualTo(2);
        assertThat(row(AYU).whole()).isTrue();
        assertThat(flood(MADE).orElseThrow().cards())
                .extracting(card -> new ReportId(card.card().id()))
                .containsExactly(report(2));
        assertThat(aside(MADE)).containsExactly(report(2));
        disk.feed(NOW, new ConflictDeclared(report(2), AYU, MADE, ConflictReason.OWN_INTEREST));
        assertThat(proposals(MADE)).isEmpty();
        assertThat(flood(MADE)).isEmpty();
    }

    @Test
    void the_newest_proposal_comes_first_and_those_that_wait_are_counted() {
        force();
        var other = FloodId.of(TENANT, id(2), READERS);
        disk.feed(NOW, proposal(other, report(3)));
        assertThat(proposals(AYU)).extracting(FloodRow::flood).containsExactly(other, FLOOD);
        assertThat(disk.asides.answer(new Proposals(AYU, 1)).waiting()).isEqualTo(1);
    }

    @Test
    void feeding_the_same_events_again_changes_nothing() {
        disk.feed(NOW, new ConflictDeclared(report(3), AYU, MADE, ConflictReason.OWN_INTEREST));
        force();
        disk.feed(NOW, UNDONE);
        var before = proposals(AYU);
        var position = disk.last() - 2;
        for (var event : List.of(PROPOSED, CONFIRMED, UNDONE)) disk.feed(event, NOW, position++);
        assertThat(proposals(AYU)).isEqualTo(before);
        assertThat(desk(AYU)).hasSize(3);
    }

    private void force() {
        disk.feed(NOW, PROPOSED);
        disk.feed(NOW, CONFIRMED);
    }

    private static SettingAsideProposed proposal(FloodId flood, ReportId... reports) {
        return new SettingAsideProposed(
                flood, AYU, Stream.of(reports).map(ReportId::value).toList(), READERS);
    }

    private InboxPage inbox(UUID person) {
        return disk.inboxes.answer(new Inbox(person, NOW, new Position(Long.MAX_VALUE), false, 1));
    }

    private List<ReportId> desk(UUID person) {
        return reports(inbox(person));
    }

    private List<ReportId> upTo(long covered, UUID person) {
        return reports(disk.inboxes.answer(new Inbox(person, NOW, new Position(covered), false, 1)));
    }

    private List<ReportId> aside(UUID person) {
        return reports(disk.inboxes.answer(new SetAside(person, NOW, new Position(Long.MAX_VALUE), 1)));
    }

    private List<ReportId> asideUpTo(long covered) {
        return reports(disk.inboxes.answer(new SetAside(AYU, NOW, new Position(covered), 1)));
    }

    private static List<ReportId> reports(InboxPage page) {
        return page.piles().stream()
                .flatMap(pile -> pile.cards().stream())
                .map(card -> new ReportId(card.id()))
                .toList();
    }

    private FloodRow row(UUID person) {
        return proposals(person).getFirst();
    }

    private List<FloodRow> proposals(UUID person) {
        return disk.asides.answer(new Proposals(person, 1)).floods();
    }

    private Optional<FloodPage> flood(UUID person) {
        return disk.asides.answer(new OneFlood(FLOOD, person, NOW, new Position(Long.MAX_VALUE), 1));
    }
}
