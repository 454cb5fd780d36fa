package id.kulkul.web.clock;

import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.SkippedDay;
import id.kulkul.command.policy.Why;
import id.kulkul.query.report.ClockRow;
import id.kulkul.web.page.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One clock in the words of a language.
 *
 * @param name the clock's code, for the message {@code clock.NAME}
 * @param date its last day
 * @param status how it stands, for the message {@code clock.status.STATUS}
 * @param tone the style of its tag: late, soon, met or empty
 * @param why the reasons for the day, one fact a line
 */
public record ClockLine(String name, String date, String status, String tone, List<Reason> why) {
    /** One fact: the message {@code staff.why.KEY} and its value. */
    public record Reason(String key, String value) {}

    /** Words a clock. */
    public static ClockLine of(ClockRow row, Locale language) {
        Due due = row.due();
        return new ClockLine(
                due.clock(),
                Moments.day(due.lastDay(), language),
                row.state().name(),
                tone(row.state()),
                reasons(due.why(), language));
    }

    private static String tone(Due.State state) {
        return switch (state) {
            case OVERDUE -> "late";
            case DUE_TODAY -> "soon";
            case DONE -> "met";
            case RUNNING, DONE_LATE -> "";
        };
    }

    private static List<Reason> reasons(Why why, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("start." + why.start().name(), Moments.day(why.reached(), language)));
        if (!why.from().equals(why.reached())) reasons.add(new Reason("from", Moments.day(why.from(), language)));
        reasons.add(new Reason("count." + why.unit().name(), Integer.toString(why.value())));
        if (why.extended()) reasons.add(new Reason("extended", Moments.day(why.from(), language)));
        reasons.add(new Reason(
                why.basis().confirmed() ? "basis" : "basis.unconfirmed",
                english ? why.basis().english() : why.basis().indonesian()));
        long weekends = why.skipped().stream().filter(ClockLine::isWeekend).count();
        if (weekends > 0) reasons.add(new Reason("weekends", Long.toString(weekends)));
        String holidays = holidays(why.skipped(), language);
        if (!holidays.isEmpty()) reasons.add(new Reason("holidays", holidays));
        reasons.add(new Reason("versions", why.rules() + ", " + why.calendar()));
        if (!why.calendarReaches()) reasons.add(new Reason("calendar-ends", why.calendar()));
        return reasons;
    }

    private static boolean isWeekend(SkippedDay day) {
        return day.key().equals("weekend");
    }

    private static String holidays(List<SkippedDay> days, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        return days.stream()
                .filter(day -> !isWeekend(day))
                .map(day ->
                        Moments.day(day.date(), language) + " (" + (english ? day.english() : day.indonesian()) + ")")
                .collect(Collectors.joining("; "));
    }
}
