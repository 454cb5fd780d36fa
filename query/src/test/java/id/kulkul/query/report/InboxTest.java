package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ConflictReason;
import id.kulkul.command.report.DeclineReason;
import id.kulkul.command.report.Lesson;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseworkQuery.Inbox;
import id.kulkul.query.casework.InboxCard;
import id.kulkul.query.casework.InboxPage;
import id.kulkul.query.report.ReportQuery.OneCase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final Instant NOW = MONDAY.plus(Duration.ofDays(7));
    private static final Lists NOTHING = new Lists(List.of(), List.of(), List.of(), List.of());

    /** The first page by its piles. */
    private record Lists(List<InboxCard> late, List<InboxCard> dueToday, List<InboxCard> fresh, List<InboxCard> rest) {
        static Lists of(InboxPage page) {
            var cards = page.piles().stream().map(InboxPage.Heap::cards).toList();
            return new Lists(cards.get(0), cards.get(1), cards.get(2), cards.get(3));
        }
    }

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
    void every_open_case_lies_in_one_pile() {
        disk.feed(NOW.minus(Duration.ofDays(9)), submitted(report(1)));
        disk.feed(NOW.minus(Duration.ofDays(7)), submitted(report(2)));
        disk.feed(NOW.minus(Duration.ofDays(1)), submitted(report(3)));
        disk.feed(NOW.minus(Duration.ofDays(2)), read(report(4)));
        var piles = inbox(AYU);
        assertThat(reports(piles.late())).containsExactly(report(1));
        assertThat(reports(piles.dueToday())).containsExactly(report(2));
        assertThat(reports(piles.fresh())).containsExactly(report(3));
        assertThat(reports(piles.rest())).containsExactly(report(4));
        assertThat(piles.late().getFirst().clock()).isNotNull();
    }

    @Test
    void the_longest_overdue_comes_first() {
        disk.feed(NOW.minus(Duration.ofDays(9)), submitted(report(1)));
        disk.feed(NOW.minus(Duration.ofDays(20)), submitted(report(2)));
        assertThat(reports(inbox(AYU).late())).containsExactly(report(2), report(1));
    }

    @Test
    void an_answer_that_nobody_has_read_is_new() {
        disk.feed(NOW.minus(Duration.ofDays(2)), read(report(1)));
        disk.feed(NOW, replied(report(1), 301, 1));
        assertThat(inbox(AYU).fresh()).singleElement().satisfies(card -> {
            assertThat(card.news()).isTrue();
            assertThat(card.next()).isEqualTo(NextAction.READ.step());
        });
    }

    @Test
    void an_excluded_person_has_neither_row_nor_count() {
        disk.feed(MONDAY, submitted(report(1)));
        assertThat(inbox(KETUT)).isEqualTo(NOTHING);
    }

    @Test
    void what_a_person_holds_is_listed_and_counted_alone_where_only_that_is_asked_for() {
        disk.feed(NOW.minus(Duration.ofDays(2)), read(report(1)));
        disk.feed(NOW.minus(Duration.ofDays(1)), submitted(report(2)));
        disk.feed(NOW.minus(Duration.ofDays(2)), read(report(3)));
        disk.feed(NOW, new InvestigationStarted(report(3), MADE));
        var held = disk.inboxes.answer(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), true, 1));
        assertThat(reports(Lists.of(held).rest())).containsExactly(report(1));
        assertThat(Lists.of(held).fresh()).isEmpty();
        assertThat(held.all()).isEqualTo(1);
        assertThat(held.untouched()).isEqualTo(1);
        assertThat(disk.inboxes
                        .answer(new Inbox(AYU, NOW, new Position(Long.MAX_VALUE), false, 1))
                        .all())
                .isEqualTo(3);
    }

    @Test
    void a_closed_case_leaves_the_inbox() {
        disk.feed(MONDAY, read(report(1)));
        disk.feed(
                MONDAY,
                new ReportDeclined(
                        report(1),
                        AYU,
                        DeclineReason.NO_INDICATION,
                        SEALING,
                        List.of(item(report(1), Kind.MSG_TO_REPORTER, 401, 0))),
                new ReportClosed(report(1), AYU, Lesson.NONE));
        assertThat(inbox(AYU).rest()).isEmpty();
    }

    @Test
    void a_report_that_no_checkpoint_covers_is_in_no_inbox_and_has_no_page() {
        disk.feed(MONDAY, submitted(report(1)), submitted(report(2)));
        assertThat(reports(upTo(0, AYU).dueToday())).containsExactly(report(1));
        assertThat(reports(upTo(1, AYU).dueToday())).containsExactlyInAnyOrder(report(1), report(2));
        assertThat(page(report(2), 0)).isEmpty();
        assertThat(page(report(2), 1)).isPresent();
        assertThat(upTo(-1, AYU)).isEqualTo(NOTHING);
    }

    @Test
    void an_answer_that_no_checkpoint_covers_is_not_there_yet() {
        disk.feed(MONDAY, read(report(1)));
        disk.feed(MONDAY, asked(report(1), AYU, 201, 0));
        var before = page(report(1), 3);
        disk.feed(MONDAY, replied(report(1), 301, 1));
        assertThat(upTo(3, AYU).fresh()).isEmpty();
        assertThat(page(report(1), 3)).isEqualTo(before);
        assertThat(upTo(4, AYU).fresh()).singleElement().satisfies(card -> assertThat(card.news())
                .isTrue());
        assertThat(page(report(1), 4).orElseThrow().items()).hasSize(3);
    }

    @Test
    void what_colleagues_do_shows_at_once_also_after_an_answer_that_waits() {
        disk.feed(MONDAY, read(report(1)));
        disk.feed(
                MONDAY,
                asked(report(1), AYU, 201, 0),
                replied(report(1), 301, 1),
                replied(report(1), 302, 2),
                new InvestigationStarted(report(1), AYU));
        assertThat(page(report(1), 3).orElseThrow().stage()).isEqualTo(ReportStage.INVESTIGATING);
        assertThat(page(report(1), 3).orElseThrow().items()).hasSize(2);
        assertThat(page(report(1), 4).orElseThrow().items()).hasSize(3);
        assertThat(upTo(3, MADE).rest()).singleElement().satisfies(card -> {
            assertThat(card.state()).isEqualTo(ReportStage.INVESTIGATING.name());
            assertThat(card.news()).isFalse();
        });
        assertThat(upTo(4, MADE).fresh()).hasSize(1);
    }

    @Test
    void an_objection_that_waits_calls_for_nothing() {
        disk.feed(MONDAY, read(report(1)));
        disk.feed(MONDAY, declined(report(1)), replied(report(1), 301, 1));
        assertThat(page(report(1), 3).orElseThrow().next()).isNotEqualTo(NextAction.READ);
        assertThat(page(report(1), 4).orElseThrow().next()).isEqualTo(NextAction.READ);
    }

    @Test
    void who_lost_access_since_has_none_whatever_is_covered() {
        disk.feed(
                MONDAY,
                submitted(report(1)),
                new ConflictDeclared(report(1), MADE, MADE, ConflictReason.NAMED_IN_REPORT));
        assertThat(upTo(0, MADE).dueToday()).isEmpty();
        assertThat(upTo(0, AYU).dueToday()).hasSize(1);
    }

    private static ReportEvent[] read(ReportId report) {
        return new ReportEvent[] {
            submitted(report), new ItemOpened(report, id(100), AYU), new ReportAcknowledged(report, AYU)
        };
    }

    private static List<ReportId> reports(List<InboxCard> pile) {
        return pile.stream().map(card -> new ReportId(card.id())).toList();
    }

    private Lists inbox(UUID person) {
        return upTo(Long.MAX_VALUE, person);
    }

    private Lists upTo(long covered, UUID person) {
        return Lists.of(disk.inboxes.answer(new Inbox(person, NOW, new Position(covered), false, 1)));
    }

    private Optional<CaseRow> page(ReportId report, long covered) {
        return disk.answers.answer(new OneCase(report, AYU, NOW, new Position(covered)));
    }
}
