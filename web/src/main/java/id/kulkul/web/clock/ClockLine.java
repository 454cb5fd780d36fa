package id.kulkul.web.clock;

import id.kulkul.command.policy.Due;
import id.kulkul.command.policy.Length;
import id.kulkul.command.policy.SkippedDay;
import id.kulkul.command.policy.Still;
import id.kulkul.command.policy.Unit;
import id.kulkul.command.policy.Why;
import id.kulkul.command.policy.WorkingDays;
import id.kulkul.query.casework.ClockRow;
import id.kulkul.web.page.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One clock in the words of a language.
 *
 * @param name the clock's code, for the message {@code clock.NAME}
 * @param length how long it runs, for the message {@code clock.length.UNIT}
 * @param date its last day, or for a clock of hours the moment at which it is late
 * @param status how it stands, for the message {@code clock.status.STATUS}
 * @param tone the style of its tag: late, soon, ok or empty
 * @param left calendar days until the last day, 0 on it; after it, how many have gone by since
 * @param passed calendar days since it began, at most {@code whole}
 * @param whole calendar days that it lasts, at least 1
 * @param why the reasons for the day, one fact a line
 */
public record ClockLine(
        String name,
        Length length,
        String date,
        String status,
        String tone,
        long left,
        long passed,
        long whole,
        List<Reason> why) {
    /**
     * One fact: the message {@code staff.why.KEY} and its value.
     *
     * @param event the stored name of the event that the message speaks of; empty if of none
     */
    public record Reason(String key, String event, String value) {
        Reason(String key, String value) {
            this(key, "", value);
        }
    }

    /** Words a clock. */
    public static ClockLine of(ClockRow row, Locale language) {
        Due due = row.due();
        return new ClockLine(
                due.clock(),
                new Length(due.why().value(), due.why().unit()),
                isOfHours(due.why()) ? Moments.hour(due.by(), language) : Moments.day(due.lastDay(), language),
                row.state().name(),
                tone(row.state()),
                Math.abs(row.daysLeft()),
                Math.clamp(whole(due) - row.daysLeft(), 0, whole(due)),
                whole(due),
                reasons(due.why(), language));
    }

    /** Its last day, or for a clock of hours the moment at which it is late, as ISO 8601 writes it. */
    public static String sortable(Due due) {
        return isOfHours(due.why()) ? Moments.sortable(due.by()) : due.lastDay().toString();
    }

    private static long whole(Due due) {
        return Math.max(1, ChronoUnit.DAYS.between(WorkingDays.dayOf(due.why().from()), due.lastDay()));
    }

    private static String tone(Due.State state) {
        return switch (state) {
            case OVERDUE -> "late";
            case DUE_TODAY -> "soon";
            case DONE -> "ok";
            case RUNNING, STANDING_STILL, DONE_LATE -> "";
        };
    }

    private static List<Reason> reasons(Why why, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("start", why.start(), moment(why, why.reached(), language)));
        if (!why.from().equals(why.reached())) reasons.add(new Reason("from", moment(why, why.from(), language)));
        reasons.add(new Reason("count." + why.unit().name(), Integer.toString(why.value())));
        if (why.extended()) reasons.add(new Reason("extended", moment(why, why.from(), language)));
        for (Still still : why.pauses()) reasons.add(pause(why, still, language));
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

    private static boolean isOfHours(Why why) {
        return why.unit() == Unit.HOURS;
    }

    private static String moment(Why why, Instant at, Locale language) {
        return isOfHours(why) ? Moments.hour(at, language) : Moments.day(WorkingDays.dayOf(at), language);
    }

    private static Reason pause(Why why, Still still, Locale language) {
        Instant until = still.until();
        String from = moment(why, still.from(), language);
        return until == null
                ? new Reason("stands", from)
                : new Reason("stood", from + " – " + moment(why, until, language));
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
