package id.kulkul.command.report;

import static id.kulkul.command.report.ReportRejection.UNKNOWN_CLOCK;
import static id.kulkul.command.report.Samples.MADE;
import static id.kulkul.command.report.Samples.REPORT;
import static id.kulkul.command.report.Stories.*;

import id.kulkul.command.report.ReportCommand.MarkOverdue;
import id.kulkul.command.report.ReportEvent.DeadlineMissed;
import id.kulkul.command.report.ReportEvent.ReportReopened;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final DeadlineMissed MISSED = new DeadlineMissed(REPORT, "acknowledge", DAY);
    private final FixtureConfiguration<Report> report = fixture();

    @Test
    void a_duty_that_was_not_done_is_recorded_as_missed() {
        report.given(SUBMITTED)
                .when(new MarkOverdue(REPORT, "acknowledge", DAY))
                .expectEvents(MISSED);
    }

    @Test
    void a_missed_duty_is_recorded_once() {
        report.given(SUBMITTED, MISSED)
                .when(new MarkOverdue(REPORT, "acknowledge", DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_duty_that_was_done_is_not_missed() {
        report.given(SUBMITTED, ACKNOWLEDGED)
                .when(new MarkOverdue(REPORT, "acknowledge", DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void after_a_reopening_the_duty_to_decide_can_be_missed_again() {
        var missed = new DeadlineMissed(REPORT, "triage", DAY);
        var later = DAY.plusMonths(1);
        report.given(SUBMITTED, ACKNOWLEDGED, missed, DECLINED)
                .when(new MarkOverdue(REPORT, "triage", later))
                .expectNoEvents();
        report.given(SUBMITTED, ACKNOWLEDGED, missed, DECLINED, new ReportReopened(REPORT, MADE))
                .when(new MarkOverdue(REPORT, "triage", later))
                .expectEvents(new DeadlineMissed(REPORT, "triage", later));
    }

    @Test
    void a_reopening_forgets_no_other_miss() {
        report.given(SUBMITTED, MISSED, DECLINED, new ReportReopened(REPORT, MADE))
                .when(new MarkOverdue(REPORT, "acknowledge", DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_target_that_is_no_duty_and_an_unknown_clock_are_refused() {
        report.given(SUBMITTED)
                .when(new MarkOverdue(REPORT, "acknowledge-target", DAY))
                .expectExceptionDetails(UNKNOWN_CLOCK);
        report.given(SUBMITTED).when(new MarkOverdue(REPORT, "lunch", DAY)).expectExceptionDetails(UNKNOWN_CLOCK);
    }
}
