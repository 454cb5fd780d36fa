package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String TWENTY = "01234567890123456789";

    @Test
    void every_kind_of_value_is_read() {
        var json = Json.parse(" { \"a\" : [ 1 , -20 , \"x\" , true , null , { } , [ ] ] , \"b\" : false } ");
        assertThat(json.keys()).containsExactly("a", "b");
        assertThat(json.at("a").list()).hasSize(7);
        assertThat(json.at("a").at(1).number()).isEqualTo(-20);
        assertThat(json.at("a").at(2).text()).isEqualTo("x");
        assertThat(json.at("a").at(4).isNull()).isTrue();
        assertThat(json.at("a").at(5).keys()).isEmpty();
        assertThat(json.at("a").at(6).list()).isEmpty();
        assertThat(json.at("b").truth()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{a:1}",
                "1 2",
                "01",
                "1.",
                "+1",
                "NaN",
                "tru",
                "truth",
                "nul",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "'a'",
                "// no\n1"
            })
    void what_is_no_json_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    }

    @Test
    void escapes_stand_for_one_character_each() {
        assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83e\\udd41\"")
                        .text())
                .isEqualTo("\"\\/\b\f\n\r\té🥁");
    }

    @Test
    void an_escape_is_found_at_every_place_of_a_long_string() {
        for (int i = 0; i <= TWENTY.length(); i++) {
            String text = TWENTY.substring(0, i) + "\\n" + TWENTY.substring(i);
            assertThat(Json.parse('"' + text + '"').text()).isEqualTo(text.replace("\\n", "\n"));
        }
    }

    @Test
    void a_byte_is_plain_or_not_wherever_it_stands() {
        for (int place = 0; place < TWENTY.length(); place++) {
            for (int c = 0; c < 128; c++) {
                byte[] text = ('"' + TWENTY + '"').getBytes(StandardCharsets.US_ASCII);
                text[place + 1] = (byte) c;
                if (c >= ' ' && c != '"' && c != '\\') {
                    assertThat(Json.parse(text).text()).hasSize(TWENTY.length());
                } else {
                    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
                }
            }
        }
    }

    @Test
    void letters_of_every_length_in_utf_8_are_read_at_every_place() {
        for (String letter : new String[] {"é", "ᬅ", "🥁", "\ufffd", "\u007f"}) {
            for (int i = 0; i <= TWENTY.length(); i++) {
                String text = TWENTY.substring(0, i) + letter + TWENTY.substring(i);
                assertThat(Json.parse('"' + text + '"').text()).isEqualTo(text);
            }
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] whole = "\"ᬅᬅᬅᬅᬅᬅ\"".getBytes(StandardCharsets.UTF_8);
        for (int i = 1; i < whole.length - 1; i++) {
            byte[] spoiled = whole.clone();
            spoiled[i] = (byte) 0xff;
            assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(spoiled));
            byte[] cut = Arrays.copyOf(whole, i);
            assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(cut));
        }
    }

    @Test
    void what_is_nested_without_end_is_refused_before_the_stack_ends() {
        assertThat(Json.parse("[".repeat(64) + "]".repeat(64)).list()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("[".repeat(100_000)));
    }

    @Test
    void numbers_beyond_64_bits_are_refused() {
        assertThat(Json.parse(String.valueOf(Long.MIN_VALUE)).number()).isEqualTo(Long.MIN_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse("9223372036854775808"));
    }

    @Test
    void half_of_a_surrogate_pair_an_endless_number_and_another_form_of_base64_are_refused() {
        assertThat(Json.parse("\"\\ud83d\\ude00\"").text()).isEqualTo("😀");
        for (String text : List.of("\"\\ud83d\"", "\"\\ude00\\ud83d\"", "\"\\ud83dx\"", "1e999", "-1e999")) {
            assertThatThrownBy(() -> Json.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Json.parse("\"AA\"").base64()).containsExactly(0);
        for (String text : List.of("\"AA==\"", "\"AB\"", "\"A\"", "\"A+\"", "1")) {
            assertThatThrownBy(() -> Json.parse(text).base64()).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Json.parse("\"6Q\"").utf8()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.parse("[1]").at(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.parse("[1]").at(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
