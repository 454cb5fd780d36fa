package id.kulkul.query.report;

import static id.kulkul.query.report.Stories.*;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.policy.WorkingDays;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.query.casework.CaseworkQuery.Overdue;
import id.kulkul.query.casework.Duties;
import id.kulkul.query.casework.MissedDuty;
import id.kulkul.query.store.SqliteReadStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutiesTest {
    private static final LocalDate LAST = LocalDate.of(2026, 3, 9);
    private static final MissedDuty MISSED = new MissedDuty("report", report(1).value(), "acknowledge", LAST);

    private SqliteReadStore store;
    private ReportBoard board;
    private long position;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = new SqliteReadStore(folder.resolve("read.db"));
        board = new ReportBoard(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_duty_is_overdue_the_day_after_its_last_day() {
        feed(submitted(report(1)));
        assertThat(overdue(LAST)).isEmpty();
        assertThat(overdue(LAST.plusDays(1))).containsExactly(MISSED);
    }

    @Test
    void a_duty_that_was_done_is_not_overdue() {
        feed(submitted(report(1)), new ReportAcknowledged(report(1), AYU));
        assertThat(overdue(LAST.plusDays(1))).isEmpty();
        assertThat(overdue(LocalDate.of(2026, 4, 1)))
                .extracting(MissedDuty::clock)
                .containsExactly("triage");
    }

    @Test
    void a_missed_duty_that_is_recorded_is_not_reported_again() {
        feed(submitted(report(1)), new DeadlineMissed(report(1), "acknowledge", LAST));
        assertThat(overdue(LAST.plusDays(1))).isEmpty();
    }

    @Test
    void after_a_reopening_the_duty_to_decide_runs_out_again() {
        var acknowledged = new ReportAcknowledged(report(1), AYU);
        var missed = new DeadlineMissed(report(1), "triage", LocalDate.of(2026, 3, 16));
        feed(submitted(report(1)), acknowledged, missed, declined(report(1)));
        assertThat(overdue(LocalDate.of(2026, 10, 1))).isEmpty();
        feed(new ReportReopened(report(1), AYU));
        assertThat(overdue(LocalDate.of(2026, 10, 1)))
                .extracting(MissedDuty::clock)
                .containsExactly("triage", "feedback");
    }

    @Test
    void a_target_is_never_overdue() {
        feed(submitted(report(1)));
        assertThat(overdue(LocalDate.of(2026, 3, 5))).isEmpty();
    }

    @Test
    void feeding_the_same_events_again_changes_nothing() {
        feed(submitted(report(1)), new ReportAcknowledged(report(1), AYU));
        position = 0;
        feed(submitted(report(1)), new ReportAcknowledged(report(1), AYU));
        assertThat(overdue(LAST.plusDays(1))).isEmpty();
    }

    private void feed(ReportEvent... events) {
        for (var event : events) board.on(event, MONDAY, new GlobalSequenceTrackingToken(position++));
    }

    private List<MissedDuty> overdue(LocalDate today) {
        return new Duties(List.of("report"), store).answer(new Overdue(WorkingDays.begin(today)));
    }
}
