package id.kulkul.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.seal.Kind;
import id.kulkul.query.report.OpeningRow;
import id.kulkul.query.report.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookedTest {
    private static final Who READER = new Who(new UUID(1, 1), "Penyelidik 1");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_few_openings_are_told_by_the_hour() {
        assertThat(Looked.at(hourly(3), Locale.ENGLISH)).hasSize(3);
    }

    @Test
    void hundreds_of_openings_still_fit_the_page_and_none_is_lost() {
        assertThat(lines(hourly(500))).hasSizeLessThanOrEqualTo(60);
        assertThat(lines(hourly(5_000))).hasSizeLessThanOrEqualTo(60);
        assertThat(lines(hourly(5_000)).stream().mapToInt(Box.Opening::times).sum())
                .isEqualTo(5_000);
    }

    private static List<Box.Opening> lines(List<OpeningRow> rows) {
        return Looked.at(rows, Locale.ENGLISH);
    }

    private static List<OpeningRow> hourly(int times) {
        return IntStream.range(0, times)
                .mapToObj(hour ->
                        new OpeningRow(new UUID(2, hour), Kind.REPORT_BODY, READER, BEGIN.plus(Duration.ofHours(hour))))
                .toList();
    }
}
