package id.kulkul.command.policy;

import id.kulkul.command.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Counts days as an office in Bali does: in central Indonesian time, the first day not counted. */
public final class WorkingDays {
    private WorkingDays() {}

    /** The calendar day in Bali at that moment. */
    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(TimeZones.WITA).toLocalDate();
    }

    /** The moment at which a day begins in Bali. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(TimeZones.WITA).toInstant();
    }

    /**
     * How many working days lie between two days, the first excluded, the last included; 0 where the last is not later.
     */
    public static int between(LocalDate start, LocalDate last, WorkingCalendar calendar) {
        if (!last.isAfter(start)) return 0;
        return (int) start.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(calendar::isOpenOn)
                .count();
    }

    /** The given number (0 or more) of working days after a day; the day itself is not counted. */
    public static LocalDate after(LocalDate day, int workingDays, WorkingCalendar calendar) {
        var current = day;
        for (var counted = 0; counted < workingDays; ) {
            current = current.plusDays(1);
            if (calendar.isOpenOn(current)) counted++;
        }
        return current;
    }

    /** The closed days between two days, the first excluded, the last included, in order. */
    public static List<SkippedDay> skipped(LocalDate start, LocalDate last, WorkingCalendar calendar) {
        return start.plusDays(1)
                .datesUntil(last.plusDays(1))
                .map(calendar::closedOn)
                .flatMap(Optional::stream)
                .toList();
    }
}
