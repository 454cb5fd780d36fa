package id.kulkul.command.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** One published version of the days on which offices are closed; outside its years it knows weekends only. */
public record WorkingCalendar(String version, LocalDate from, LocalDate until, Map<LocalDate, Holiday> holidays) {
    public WorkingCalendar {
        holidays = Map.copyOf(holidays);
    }

    /** Answers why offices are closed on a day, or nothing for a working day. */
    public Optional<SkippedDay> closedOn(LocalDate day) {
        var holiday = holidays.get(day);
        if (holiday != null) return Optional.of(SkippedDay.of(holiday));
        return isWeekend(day) ? Optional.of(SkippedDay.weekend(day)) : Optional.empty();
    }

    boolean isOpenOn(LocalDate day) {
        return !isWeekend(day) && !holidays.containsKey(day);
    }

    /** Whether this version was published for the year of that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
