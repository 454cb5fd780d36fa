package id.kulkul.web.mailbox;

import id.kulkul.query.report.OpeningRow;
import id.kulkul.web.page.Moments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** Says who looked, by the hour; where that would fill the page of one size, by the day, and at last by the month. */
final class Looked {
    private static final int MOST = 60;

    private Looked() {}

    /** At most 60 lines, unless even the months are more. */
    static List<Box.Opening> at(List<OpeningRow> rows, Locale language) {
        List<Box.Opening> byHour = counted(rows, language, Moments::hour);
        if (byHour.size() <= MOST) return byHour;
        List<Box.Opening> byDay = counted(rows, language, Looked::day);
        return byDay.size() <= MOST ? byDay : counted(rows, language, Moments::month);
    }

    private static String day(Instant moment, Locale language) {
        return Moments.day(moment.atZone(Moments.WITA).toLocalDate(), language);
    }

    private static List<Box.Opening> counted(
            List<OpeningRow> rows, Locale language, BiFunction<Instant, Locale, String> when) {
        Map<Box.Opening, Integer> counted = new LinkedHashMap<>();
        for (OpeningRow row : rows)
            counted.merge(new Box.Opening(row.by().post(), when.apply(row.hour(), language), 1), 1, Integer::sum);
        return counted.entrySet().stream()
                .map(entry ->
                        new Box.Opening(entry.getKey().post(), entry.getKey().hour(), entry.getValue()))
                .toList();
    }
}
