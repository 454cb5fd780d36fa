package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.keys.Manifest;
import id.kulkul.web.channel.FixedOffice;
import id.kulkul.web.channel.Office;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MistakesTest {
    private final Office office = FixedOffice.office();

    private String excluding(String... marks) {
        ReportForm form = new ReportForm(9);
        form.take("category", "bribery");
        form.take("body", "Cerita rekaan.");
        for (String mark : marks) form.take("exclude", mark);
        Mistakes.find(form, office, List.of("bribery"));
        return form.has("exclude") ? Objects.requireNonNull(form.code("exclude")) : "";
    }

    @Test
    void somebody_must_be_left_to_read_it() {
        List<String> people =
                office.readers().stream().map(Office.Reader::person).toList();
        assertThat(excluding()).isEmpty();
        assertThat(excluding("nobody")).isEmpty();
        assertThat(excluding(people.get(0))).isEmpty();
        assertThat(excluding(people.get(0), people.get(1))).isEqualTo("report/no-reader-left");
        assertThat(excluding(Manifest.HEAD)).isEqualTo("report/no-reader-left");
    }

    @Test
    void nobody_is_left_out_who_is_not_there() {
        for (String odd : List.of("zz", "0".repeat(32), "../head", ""))
            assertThat(excluding(odd)).as(odd).isEqualTo("report/unknown-reader");
    }
}
