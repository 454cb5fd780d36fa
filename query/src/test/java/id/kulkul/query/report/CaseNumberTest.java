package id.kulkul.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportId;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void a_number_follows_from_the_id_alone() {
        var report = ReportId.parse("00112233445566778899aabbccddeeff");
        assertThat(CaseNumber.of(report)).isEqualTo(CaseNumber.of(report)).matches("WBS-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(CaseNumber.isWellFormed(CaseNumber.of(report))).isTrue();
        assertThat(CaseNumber.isWellFormed(
                        CaseNumber.of(report).toLowerCase(Locale.ROOT).replace("-", "")))
                .isTrue();
    }

    @Test
    void ids_that_follow_each_other_have_numbers_that_do_not() {
        var numbers = new HashSet<String>();
        for (var i = 0; i < 1000; i++) numbers.add(CaseNumber.of(new ReportId(new UUID(0, i))));
        assertThat(numbers).hasSize(1000);
    }

    @Test
    void one_wrong_sign_is_always_noticed() {
        var number = CaseNumber.of(new ReportId(new UUID(1, 2)));
        for (var place = 4; place < number.length(); place++) {
            if (number.charAt(place) == '-') continue;
            for (var i = 0; i < SIGNS.length(); i++) {
                var typed = number.substring(0, place) + SIGNS.charAt(i) + number.substring(place + 1);
                assertThat(CaseNumber.isWellFormed(typed)).isEqualTo(typed.equals(number));
            }
        }
    }

    @Test
    void anything_else_is_no_number() {
        assertThat(CaseNumber.isWellFormed("")).isFalse();
        assertThat(CaseNumber.isWellFormed("WBS-0000")).isFalse();
        assertThat(CaseNumber.isWellFormed("WBS-IIII-LLLL")).isFalse();
        assertThat(CaseNumber.isWellFormed("TKT-0000-0000")).isFalse();
    }
}
