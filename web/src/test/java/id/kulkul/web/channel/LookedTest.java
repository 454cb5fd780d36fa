package id.kulkul.web.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.casework.OpeningRow;
import id.kulkul.query.casework.Who;
import id.kulkul.web.channel.Looked.Grain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LookedTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SHORT = "Pemeriksa 1";
    private static final String LONG = "\"Á\"".repeat(40);

    @Test
    void a_few_openings_are_told_by_the_hour() {
        var looked = Looked.at(hourly(3, SHORT));
        assertThat(looked.lines(Locale.ENGLISH)).hasSize(3);
        assertThat(looked.lines(Locale.ENGLISH).getFirst().moment()).isEqualTo("1 January 2026, 8:00 WITA");
        assertThat(looked.counts().getFirst().grain()).isEqualTo(Grain.HOUR);
    }

    @Test
    void hundreds_are_told_by_the_day_and_thousands_by_the_month_and_none_is_lost() {
        assertThat(Looked.at(hourly(500, SHORT)).counts().getFirst().grain()).isEqualTo(Grain.DAY);
        assertThat(Looked.at(hourly(5_000, SHORT)).counts().getFirst().grain()).isEqualTo(Grain.MONTH);
        assertFits(hourly(500, SHORT));
        assertFits(hourly(5_000, SHORT));
        assertThat(Looked.at(hourly(5_000, SHORT)).older()).isZero();
    }

    @Test
    void long_posts_count_by_their_bytes() {
        assertFits(hourly(60, LONG));
        assertThat(Looked.at(hourly(60, LONG)).counts().getFirst().grain()).isEqualTo(Grain.DAY);
    }

    @Test
    void of_too_many_months_the_newest_stay_and_one_number_stands_for_the_rest() {
        var rows = hourly(50_000, LONG);
        assertFits(rows);
        assertThat(Looked.at(rows).older()).isPositive();
        assertThat(Looked.at(rows).lines(Locale.ENGLISH).getLast().moment()).isEqualTo("September 2031");
    }

    @Test
    void without_room_for_one_line_the_number_alone_is_told() {
        assertThat(Looked.within(-1, hourly(7, SHORT))).isEqualTo(new Looked(List.of(), 7));
    }

    private static void assertFits(List<OpeningRow> rows) {
        var looked = Looked.at(rows);
        var json = new JsonMapper().writeValueAsString(looked.counts());
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Looked.ROOM);
        assertThat(looked.counts().stream().mapToInt(Looked.Count::times).sum() + looked.older())
                .isEqualTo(rows.size());
    }

    private static List<OpeningRow> hourly(int times, String post) {
        var reader = new Who(new UUID(1, 1), post);
        return IntStream.range(0, times)
                .mapToObj(hour ->
                        new OpeningRow(new UUID(2, hour), Kind.REPORT_BODY, reader, BEGIN.plus(Duration.ofHours(hour))))
                .toList();
    }
}
