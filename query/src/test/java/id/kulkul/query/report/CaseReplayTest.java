package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.policy.Due;
import id.kulkul.command.report.ConflictReason;
import id.kulkul.command.report.Lesson;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.command.report.ReportId;
import id.kulkul.command.report.ReportStage;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Position;
import id.kulkul.query.casework.CaseChange;
import id.kulkul.query.casework.CaseDiff;
import id.kulkul.query.casework.CaseworkQuery.CasesAt;
import id.kulkul.query.casework.PastCase;
import id.kulkul.query.casework.PastCases;
import id.kulkul.query.casework.PastItem;
import id.kulkul.query.casework.Pile;
import id.kulkul.query.casework.Who;
import id.kulkul.query.staff.Posts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReplayTest {
    private static final ReportId REPORT = report(1);
    private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();
    private BoardOnDisk disk;
    private CaseReplay replay;
    private PastCases lists;
    private long sequence;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new BoardOnDisk(folder);
        var posts = new Posts(disk.store);
        var events = EmbeddedEventStore.builder().storageEngine(history).build();
        replay = new CaseReplay(() -> events, posts);
        lists = new PastCases(EventTypes.standard(), disk.store, posts);
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void a_case_is_known_as_far_as_its_events_had_come() {
        happen(MONDAY, dialogue(REPORT));
        var received = at(0, MONDAY);
        assertThat(received.card().state()).isEqualTo(ReportStage.RECEIVED.name());
        assertThat(received.card().holder()).isNull();
        assertThat(received.items()).hasSize(1);
        assertThat(received.openings()).isEmpty();
        assertThat(at(1, MONDAY).openings()).hasSize(1);
        assertThat(at(1, MONDAY).items().getFirst().row().openings()).isEqualTo(1);
        assertThat(holder(at(3, MONDAY))).isEqualTo(AYU);
        assertThat(at(4, MONDAY).items()).hasSize(3);
        assertThat(replay.at(REPORT.value(), 5, MONDAY)).isEmpty();
        assertThat(replay.at(report(2).value(), 0, MONDAY)).isEmpty();
    }

    @Test
    void whoever_lost_access_was_a_reader_then_and_holds_the_case_no_more() {
        happen(
                MONDAY,
                List.of(
                        submitted(REPORT),
                        new ReportAcknowledged(REPORT, MADE),
                        new ConflictDeclared(REPORT, AYU, MADE, ConflictReason.OWN_INTEREST)));
        assertThat(at(1, MONDAY).card().readers()).extracting(Who::person).containsExactly(AYU, MADE);
        assertThat(holder(at(1, MONDAY))).isEqualTo(MADE);
        assertThat(at(2, MONDAY).card().readers()).extracting(Who::person).containsExactly(AYU);
        assertThat(at(2, MONDAY).card().holder()).isNull();
    }

    @Test
    void what_nobody_may_read_today_is_marked_so_at_every_moment() {
        happen(MONDAY, dialogue(REPORT));
        assertThat(at(0, MONDAY).items()).allMatch(PastItem::isReadable);
        happen(
                MONDAY,
                List.of(
                        new ConflictDeclared(REPORT, AYU, MADE, ConflictReason.OWN_INTEREST),
                        new ConflictDeclared(REPORT, AYU, AYU, ConflictReason.OWN_INTEREST)));
        assertThat(at(0, MONDAY).items()).noneMatch(PastItem::isReadable);
    }

    @Test
    void clocks_stand_as_on_the_day_of_the_moment() {
        happen(MONDAY, List.of(submitted(REPORT)));
        assertThat(clock(at(0, MONDAY))).isEqualTo(Due.State.RUNNING);
        assertThat(clock(at(0, MONDAY.plus(Duration.ofDays(8))))).isEqualTo(Due.State.OVERDUE);
        assertThat(at(0, MONDAY).card().rules()).isEqualTo("wbs-2026.1");
    }

    @Test
    void a_missed_duty_is_known_once_whether_recorded_or_only_past_its_day() {
        happen(MONDAY, List.of(submitted(REPORT), new ItemOpened(REPORT, id(100), AYU)));
        var late = MONDAY.plus(Duration.ofDays(9));
        happen(late, List.of(new ItemOpened(REPORT, id(100), MADE)));
        happen(
                late,
                List.of(
                        new DeadlineMissed(
                                REPORT,
                                "acknowledge",
                                late.atZone(java.time.ZoneOffset.UTC).toLocalDate()),
                        new ReportAcknowledged(REPORT, AYU)));
        assertThat(replay.missed(REPORT.value())).containsExactly(2L);
    }

    @Test
    void a_list_at_a_position_is_what_was_known_then() {
        happen(MONDAY, dialogue(REPORT));
        happen(MONDAY, List.of(new ReportClosed(REPORT, AYU, Lesson.NONE)));
        assertThat(lists.answer(new CasesAt(LogName.WBS, new Position(-1), MONDAY))
                        .cards())
                .isEmpty();
        assertThat(pileAt(0)).isEqualTo(Pile.FRESH);
        assertThat(pileAt(3)).isEqualTo(Pile.RUNNING);
        assertThat(pileAt(4)).isEqualTo(Pile.FRESH);
        assertThat(pileAt(5)).isEqualTo(Pile.CLOSED);
        for (var position = 0; position < 6; position++) {
            assertThat(lists.answer(new CasesAt(LogName.WBS, new Position(position), MONDAY))
                            .cards())
                    .containsExactly(at(position, MONDAY).card());
        }
    }

    @Test
    void two_moments_differ_in_what_happened_between_them() {
        happen(MONDAY, dialogue(REPORT));
        happen(MONDAY, List.of(new ConflictDeclared(REPORT, AYU, MADE, ConflictReason.OWN_INTEREST)));
        var changes = CaseDiff.between(at(0, MONDAY), at(5, MONDAY));
        assertThat(changes)
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly(
                        "State",
                        "Holder",
                        "Reader",
                        "Decision",
                        "Content",
                        "Content",
                        "Content",
                        "Clock",
                        "Clock",
                        "Clock",
                        "Clock");
        assertThat(changes.get(2)).isInstanceOfSatisfying(CaseChange.Reader.class, reader -> assertThat(reader.after())
                .isNull());
        assertThat(CaseDiff.between(at(5, MONDAY), at(5, MONDAY))).isEmpty();
        assertThat(CaseDiff.between(at(0, MONDAY), at(0, MONDAY.plus(Duration.ofDays(1)))))
                .as("a day that passes is no change")
                .extracting(change -> change.getClass().getSimpleName())
                .containsOnly("Clock");
    }

    private void happen(Instant at, List<ReportEvent> events) {
        disk.feed(at, events);
        for (var event : events) {
            history.appendEvents(new GenericDomainEventMessage<>(
                    "report",
                    Hex16.of(REPORT.value()),
                    sequence++,
                    event,
                    MetaData.emptyInstance(),
                    UUID.randomUUID().toString(),
                    at));
        }
    }

    private PastCase at(long index, Instant now) {
        return replay.at(REPORT.value(), index, now).orElseThrow();
    }

    private Pile pileAt(long position) {
        return lists.answer(new CasesAt(LogName.WBS, new Position(position), MONDAY))
                .cards()
                .getFirst()
                .pile();
    }

    private static UUID holder(PastCase past) {
        return java.util.Objects.requireNonNull(past.card().holder()).person();
    }

    private static Due.State clock(PastCase past) {
        return past.card().clocks().getFirst().state();
    }
}
