package id.kulkul.query.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void a_number_follows_from_the_id_alone() {
        var number = number("00112233-4455-6677-8899-aabbccddeeff");
        assertThat(number).matches("WBS-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(number("00112233-4455-6677-8899-aabbccddeeff")).isEqualTo(number);
    }

    @Test
    void a_number_is_read_however_it_was_typed() {
        var number = number("00112233-4455-6677-8899-aabbccddeeff");
        assertThat(CaseNumber.typed(number)).contains(number);
        assertThat(CaseNumber.typed(" " + number.toLowerCase(Locale.ROOT).replace("-", " ") + "\n"))
                .contains(number);
        assertThat(CaseNumber.typed("\u200e" + number.replace("-", "\u2011").replace("WBS", "wbs\u00a0")))
                .contains(number);
        assertThat(CaseNumber.typed(number.replace('0', 'O').replace('1', 'l'))).contains(number);
        assertThat(CaseNumber.typed(number.replace("-", "").replace("WBS", "TKT")))
                .contains(number.replace("WBS", "TKT"));
    }

    @Test
    void ids_that_follow_each_other_have_numbers_that_do_not() {
        var numbers = new HashSet<String>();
        for (var i = 0; i < 1000; i++) numbers.add(CaseNumber.of("WBS", new UUID(0, i)));
        assertThat(numbers).hasSize(1000);
    }

    @Test
    void one_wrong_sign_is_always_noticed() {
        var number = CaseNumber.of("WBS", new UUID(1, 2));
        for (var place = 4; place < number.length(); place++) {
            if (number.charAt(place) == '-') continue;
            for (var i = 0; i < SIGNS.length(); i++) {
                var typed = number.substring(0, place) + SIGNS.charAt(i) + number.substring(place + 1);
                assertThat(CaseNumber.typed(typed).isPresent()).isEqualTo(typed.equals(number));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WBS-0000", "WBS-UUUU-UUUU", "WBS-0000-00000", "W-0000-0000", "0000-0000"})
    void anything_else_is_no_number(String text) {
        assertThat(CaseNumber.typed(text)).isEmpty();
    }

    private static String number(String id) {
        return CaseNumber.of("WBS", UUID.fromString(id));
    }
}
