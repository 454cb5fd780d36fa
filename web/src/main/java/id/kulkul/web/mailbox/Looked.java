package id.kulkul.web.mailbox;

import id.kulkul.query.report.OpeningRow;
import id.kulkul.web.page.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says who looked, by the hour; where that would fill an answer of one size, by the day, and at last by the month. */
final class Looked {
    private static final int MOST = 60;

    /** How fine a count is. */
    enum Grain {
        HOUR,
        DAY,
        MONTH;

        private ZonedDateTime cut(Instant moment) {
            ZonedDateTime here = moment.atZone(Moments.WITA);
            return switch (this) {
                case HOUR -> here.truncatedTo(ChronoUnit.HOURS);
                case DAY -> here.truncatedTo(ChronoUnit.DAYS);
                case MONTH -> here.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            };
        }

        private String words(Instant moment, Locale language) {
            LocalDate day = moment.atZone(Moments.WITA).toLocalDate();
            return switch (this) {
                case HOUR -> Moments.hour(moment, language);
                case DAY -> Moments.day(day, language);
                case MONTH -> Moments.month(moment, language);
            };
        }
    }

    /**
     * How often a post was given something in a stretch of time.
     *
     * @param since when the stretch began, in seconds since 1970
     */
    record Count(String post, Grain grain, long since, int times) {}

    private Looked() {}

    /** At most 60 lines, unless even the months are more. */
    static List<Box.Opening> at(List<OpeningRow> rows, Locale language) {
        return counts(rows).stream()
                .map(count -> new Box.Opening(
                        count.post(),
                        count.grain().words(Instant.ofEpochSecond(count.since()), language),
                        count.times()))
                .toList();
    }

    /** The same as numbers. */
    static List<Count> counts(List<OpeningRow> rows) {
        List<Count> byHour = counts(rows, Grain.HOUR);
        if (byHour.size() <= MOST) return byHour;
        List<Count> byDay = counts(rows, Grain.DAY);
        return byDay.size() <= MOST ? byDay : counts(rows, Grain.MONTH);
    }

    private static List<Count> counts(List<OpeningRow> rows, Grain grain) {
        Map<Count, Integer> counted = new LinkedHashMap<>();
        for (OpeningRow row : rows)
            counted.merge(
                    new Count(row.by().post(), grain, grain.cut(row.hour()).toEpochSecond(), 1), 1, Integer::sum);
        return counted.entrySet().stream()
                .map(entry ->
                        new Count(entry.getKey().post(), grain, entry.getKey().since(), entry.getValue()))
                .toList();
    }
}
