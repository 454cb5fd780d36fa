package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.kulkul.command.report.ReportEvent.ItemOpened;
import id.kulkul.command.report.ReportEvent.ReportAcknowledged;
import id.kulkul.command.report.ReportId;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.CaseworkQuery.SetAside;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.casework.Pile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More cases than one page shows, each of them on exactly one page, and counted for the one who looks. */
class InboxPagesTest {
    private static final Instant NOW = MONDAY.plus(Duration.ofDays(7));
    private static final int MANY = 120;

    private BoardOnDisk disk;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new BoardOnDisk(folder);
        disk.feed(NOW.minus(Duration.ofDays(9)), submitted(report(1)));
        disk.feed(NOW.minus(Duration.ofDays(2)), submitted(report(2)), new ItemOpened(report(2), id(100), AYU));
        disk.feed(NOW.minus(Duration.ofDays(2)), new ReportAcknowledged(report(2), AYU));
        for (var i = 0; i < MANY; i++) disk.feed(NOW.minus(Duration.ofDays(1)), submitted(report(100 + i)));
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void every_case_is_on_exactly_one_page() {
        var turned = new ArrayList<ReportId>();
        var first = page(1);
        assertThat(first.pages()).isEqualTo(3);
        for (var number = 1; number <= first.pages(); number++) turned.addAll(reports(page(number)));
        assertThat(turned).hasSize(MANY + 2).doesNotHaveDuplicates();
        assertThat(turned.getFirst()).isEqualTo(report(1));
        assertThat(turned.getLast()).isEqualTo(report(2));
        assertThat(reports(first)).hasSize(50).isEqualTo(reports(page(1)));
    }

    @Test
    void counts_are_of_all_pages_and_say_where_a_pile_begins() {
        assertThat(page(2).piles())
                .extracting(InboxPage.Heap::pile, InboxPage.Heap::count, InboxPage.Heap::page)
                .containsExactly(
                        tuple(Pile.LATE, 1, 1),
                        tuple(Pile.DUE_TODAY, 0, 1),
                        tuple(Pile.FRESH, MANY, 1),
                        tuple(Pile.RUNNING, 1, 3));
        assertThat(page(2).all()).isEqualTo(MANY + 2);
    }

    @Test
    void a_page_that_does_not_exist_is_the_nearest_one() {
        assertThat(page(99)).isEqualTo(page(3));
        assertThat(page(0)).isEqualTo(page(1));
        assertThat(page(-1)).isEqualTo(page(1));
    }

    @Test
    void whoever_may_not_read_them_has_neither_pages_nor_counts() {
        var none = disk.inboxes.answer(new Inbox(KETUT, NOW, new Position(Long.MAX_VALUE), false, 1));
        assertThat(none.pages()).isEqualTo(1);
        assertThat(none.all()).isZero();
        assertThat(none.cut()).isFalse();
        assertThat(none.piles()).allSatisfy(pile -> assertThat(pile.count()).isZero());
    }

    @Test
    void a_list_that_was_cut_says_so_and_keeps_what_came_first() {
        var few = disk.few(60);
        var page = few.answer(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), false, 1));
        assertThat(page.cut()).isTrue();
        assertThat(page.all()).isEqualTo(60);
        assertThat(few.answer(new SetAside(AYU, NOW, new Position(Long.MAX_VALUE), 1))
                        .cut())
                .isFalse();
        assertThat(reports(few.answer(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), false, 2))))
                .contains(report(2));
        assertThat(disk.few(MANY + 2)
                        .answer(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), false, 1))
                        .cut())
                .isFalse();
    }

    @Test
    void what_a_person_may_not_read_cuts_nothing() {
        var few = disk.few(1);
        assertThat(few.answer(new Inbox(KETUT, NOW, new Position(Long.MAX_VALUE), false, 1))
                        .cut())
                .isFalse();
        assertThat(few.answer(new Inbox(AYU, NOW, new Position(0), false, 1)).cut())
                .isFalse();
    }

    private InboxPage page(int number) {
        return disk.inboxes.answer(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), false, number));
    }

    private static List<ReportId> reports(InboxPage page) {
        return page.piles().stream()
                .flatMap(pile -> pile.cards().stream())
                .map(card -> new ReportId(card.id()))
                .toList();
    }
}
