package id.kulkul.command.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Counts the run of a clock to its end: the first moment that is too late. A pause that has not ended counts for
 * nothing yet.
 */
final class Term {
    private Term() {}

    static Instant end(Run run, WorkingCalendar calendar) {
        return switch (run.rule().unit()) {
            case HOURS -> afterHours(run);
            case CALENDAR_DAYS -> dayAfter(afterDays(run, run.day().plusDays(run.value())));
            case WORKING_DAYS -> dayAfter(afterWorkingDays(run, calendar));
            case MONTHS -> dayAfter(afterDays(run, run.day().plusMonths(run.value())));
        };
    }

    private static Instant dayAfter(LocalDate last) {
        return WorkingDays.begin(last.plusDays(1));
    }

    private static Instant afterHours(Run run) {
        var end = run.from().plus(Duration.ofHours(run.value()));
        for (var still : run.pauses()) {
            var until = still.until();
            if (until == null || !still.from().isBefore(end)) break;
            end = end.plus(Duration.between(still.from(), until));
        }
        return end;
    }

    private static LocalDate afterDays(Run run, LocalDate last) {
        var end = last;
        for (var still : run.pauses()) {
            var until = still.until();
            var day = WorkingDays.dayOf(still.from());
            if (until == null || day.isAfter(end)) break;
            end = end.plusDays(ChronoUnit.DAYS.between(day, WorkingDays.dayOf(until)));
        }
        return end;
    }

    private static LocalDate afterWorkingDays(Run run, WorkingCalendar calendar) {
        var day = run.day();
        var left = run.value();
        for (var still : run.pauses()) {
            var until = still.until();
            var stopped = WorkingDays.dayOf(still.from());
            if (until == null || stopped.isAfter(WorkingDays.after(day, left, calendar))) break;
            left -= WorkingDays.between(day, stopped, calendar);
            day = WorkingDays.dayOf(until);
        }
        return WorkingDays.after(day, left, calendar);
    }
}
