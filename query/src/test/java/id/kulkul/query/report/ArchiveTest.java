package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.Authority;
import id.kulkul.command.report.ConflictReason;
import id.kulkul.command.report.Lesson;
import id.kulkul.command.report.Outcome;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.ArchivePage;
import id.kulkul.query.casework.CaseworkQuery.Archive;
import id.kulkul.query.casework.ClosedCard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that was closed stays within reach of those who may read it, and says how it ended. */
class ArchiveTest {
    private static final int MANY = 120;

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
    void only_what_was_closed_is_there_and_the_one_closed_last_stands_first() {
        disk.feed(MONDAY, dialogue(report(1)));
        disk.feed(MONDAY, refused(report(3)));
        disk.feed(MONDAY.plus(Duration.ofDays(1)), refused(report(2)));
        assertThat(reports(first(AYU))).containsExactly(report(2), report(3));
        assertThat(first(AYU).cards().getFirst().closing().at()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(first(AYU).next()).isNull();
    }

    @Test
    void a_case_ended_as_it_was_last_decided() {
        disk.feed(MONDAY, refused(report(1)));
        disk.feed(MONDAY, examined(report(2)));
        disk.feed(
                MONDAY,
                new FeedbackGiven(report(2), AYU, SEALING, List.of(item(report(2), Kind.MSG_TO_REPORTER, 501, 0))),
                new ReportClosed(report(2), AYU, Lesson.CONTROL_ADDED));
        disk.feed(MONDAY, examined(report(3)));
        disk.feed(
                MONDAY,
                new ReportHandedOver(report(3), AYU, Authority.KPK),
                new FeedbackGiven(report(3), AYU, SEALING, List.of(item(report(3), Kind.MSG_TO_REPORTER, 502, 0))),
                new ReportClosed(report(3), AYU, Lesson.NONE));
        assertThat(first(AYU).cards())
                .extracting(
                        card -> card.closing().event() + " " + card.closing().code())
                .containsExactly(
                        "report-handed-over KPK",
                        "findings-drafted PARTLY_SUBSTANTIATED",
                        "report-declined OUTSIDE_JURISDICTION");
    }

    @Test
    void a_refusal_that_was_taken_back_is_not_how_it_ended() {
        disk.feed(MONDAY, submitted(report(1)), new ReportAcknowledged(report(1), AYU), declined(report(1)));
        disk.feed(
                MONDAY,
                new ReportReopened(report(1), AYU),
                new ReportHandedOver(report(1), AYU, Authority.POLICE),
                new FeedbackGiven(report(1), AYU, SEALING, List.of(item(report(1), Kind.MSG_TO_REPORTER, 501, 0))),
                new ReportClosed(report(1), AYU, Lesson.NONE));
        assertThat(first(AYU).cards()).extracting(card -> card.closing().code()).containsExactly("POLICE");
    }

    @Test
    void every_closed_case_is_on_exactly_one_page() {
        for (var number = 1; number <= MANY; number++) disk.feed(MONDAY, refused(report(number)));
        var turned = new ArrayList<ReportId>();
        var sizes = new ArrayList<Integer>();
        for (var page = first(AYU); ; page = page(AYU, false, page.next())) {
            turned.addAll(reports(page));
            sizes.add(page.cards().size());
            if (page.next() == null) break;
        }
        assertThat(turned)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MANY)
                        .mapToObj(number -> report(MANY + 1 - number))
                        .toList());
        assertThat(sizes).containsExactly(50, 50, 20);
    }

    @Test
    void a_page_that_is_just_full_leads_to_no_empty_one() {
        for (var number = 1; number <= 50; number++) disk.feed(MONDAY, refused(report(number)));
        assertThat(first(AYU).cards()).hasSize(50);
        assertThat(first(AYU).next()).isNull();
    }

    @Test
    void a_case_that_is_open_unknown_or_anothers_begins_no_page_of_its_own() {
        disk.feed(MONDAY, refused(report(1)));
        disk.feed(MONDAY, submitted(report(2)));
        disk.feed(MONDAY, submitted(report(3)), new ReportAcknowledged(report(3), AYU));
        disk.feed(
                MONDAY,
                declined(report(3)),
                new ConflictDeclared(report(3), MADE, MADE, ConflictReason.NAMED_IN_REPORT),
                new ReportClosed(report(3), AYU, Lesson.NONE));
        disk.feed(MONDAY, refused(report(4)));
        for (var after : List.of(report(2), report(3), report(99)))
            assertThat(page(MADE, false, after.value())).isEqualTo(first(MADE));
        assertThat(reports(page(AYU, false, report(3).value()))).containsExactly(report(1));
    }

    @Test
    void who_held_it_finds_it_among_the_own_ones() {
        disk.feed(MONDAY, refused(report(1)));
        disk.feed(
                MONDAY,
                submitted(report(2)),
                new ReportAcknowledged(report(2), AYU),
                declined(report(2)),
                new ReportClosed(report(2), MADE, Lesson.NONE));
        assertThat(reports(page(AYU, true, null))).containsExactly(report(1));
        assertThat(reports(page(MADE, true, null))).containsExactly(report(2));
        assertThat(reports(first(MADE))).containsExactly(report(2), report(1));
        assertThat(first(MADE).cards()).extracting(ClosedCard::holder).containsExactly(MADE, AYU);
        assertThat(reports(page(MADE, false, report(2).value()))).containsExactly(report(1));
    }

    /** Up to the findings of two people. */
    private static List<ReportEvent> examined(ReportId report) {
        return List.of(
                submitted(report),
                new ReportAcknowledged(report, AYU),
                new InvestigationStarted(report, AYU),
                new FindingsDrafted(report, AYU, Outcome.PARTLY_SUBSTANTIATED),
                new FindingsConfirmed(report, MADE));
    }

    private static List<ReportId> reports(ArchivePage page) {
        return page.cards().stream().map(card -> new ReportId(card.id())).toList();
    }

    private ArchivePage first(UUID person) {
        return page(person, false, null);
    }

    private ArchivePage page(UUID person, boolean held, @Nullable UUID after) {
        return disk.archives.answer(new Archive(person, new Position(Long.MAX_VALUE), held, after));
    }
}
