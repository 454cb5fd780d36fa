package id.kulkul.web.channel;

import id.kulkul.command.TimeZones;
import id.kulkul.query.casework.OpeningRow;
import id.kulkul.query.casework.Who;
import id.kulkul.web.page.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says who looked, the same to the reporter and to the office: by the hour, or where that has no room by the day or by
 * the month. At last it names the newest months, with one number for all else. So it always fits an answer of one size
 * and loses nothing.
 *
 * @param older how many openings had no room in the counts
 */
public record Looked(List<Count> counts, int older) {
    /** Bytes that the counts may take as JSON. */
    public static final int ROOM = 4096;

    /** Nobody looked. */
    public static final Looked NEVER = new Looked(List.of(), 0);

    private static final JsonMapper JSON = new JsonMapper();

    /** How fine a count is. */
    public enum Grain {
        HOUR,
        DAY,
        MONTH;

        private ZonedDateTime cut(Instant moment) {
            ZonedDateTime here = moment.atZone(TimeZones.WITA);
            return switch (this) {
                case HOUR -> here.truncatedTo(ChronoUnit.HOURS);
                case DAY -> here.truncatedTo(ChronoUnit.DAYS);
                case MONTH -> here.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            };
        }

        private String words(Instant moment, Locale language) {
            LocalDate day = moment.atZone(TimeZones.WITA).toLocalDate();
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
    public record Count(String post, Grain grain, long since, int times) {}

    /** The same in the words of a language: a post, an hour, a day or a month, and how often. */
    public record Line(String post, String moment, int times) {}

    /** The finest counts that {@link #ROOM} holds; the rows come oldest first. */
    public static Looked at(List<OpeningRow> rows) {
        return within(ROOM, rows);
    }

    /** The finest counts that so many bytes hold. */
    public static Looked within(int room, List<OpeningRow> rows) {
        List<Sitting> sittings = rows.stream()
                .map(row -> new Sitting(row.by(), row.hour()))
                .distinct()
                .toList();
        for (Grain grain : Grain.values()) {
            List<Count> counts = counts(sittings, grain);
            if (size(counts) <= room) return new Looked(counts, 0);
        }
        return newest(room, counts(sittings, Grain.MONTH));
    }

    /** Whoever opens all that a case holds within an hour has looked once. */
    private record Sitting(Who by, Instant hour) {}

    /** The counts as lines, oldest first. */
    public List<Line> lines(Locale language) {
        return counts.stream()
                .map(count -> new Line(
                        count.post(),
                        count.grain().words(Instant.ofEpochSecond(count.since()), language),
                        count.times()))
                .toList();
    }

    private static Looked newest(int room, List<Count> counts) {
        int from = counts.size();
        int used = size(List.of());
        while (from > 0 && used + size(counts.get(from - 1)) <= room) used += size(counts.get(--from)) + 1;
        int older = counts.subList(0, from).stream().mapToInt(Count::times).sum();
        return new Looked(List.copyOf(counts.subList(from, counts.size())), older);
    }

    private static int size(Object value) {
        return JSON.writeValueAsBytes(value).length;
    }

    private static List<Count> counts(List<Sitting> rows, Grain grain) {
        Map<Count, Integer> counted = new LinkedHashMap<>();
        for (Sitting row : rows)
            counted.merge(
                    new Count(row.by().post(), grain, grain.cut(row.hour()).toEpochSecond(), 1), 1, Integer::sum);
        return counted.entrySet().stream()
                .map(entry ->
                        new Count(entry.getKey().post(), grain, entry.getKey().since(), entry.getValue()))
                .toList();
    }
}
