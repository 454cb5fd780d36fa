package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.twin.FieldCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field's rule keeps, counts and replaces what the table says, which the browser's rule is held to as well. */
class FieldTextTest {
    static Stream<FieldCases.Case> cases() {
        return FieldCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_typed_is_kept_by_its_rule(FieldCases.Case one) {
        String kept =
                switch (one.rule()) {
                    case "text" -> FieldText.text(one.typed());
                    case "line" -> FieldText.line(one.typed());
                    default -> FieldText.name(one.typed());
                };
        assertThat(kept).isEqualTo(one.kept());
        assertThat(FieldText.length(kept)).isEqualTo(one.length());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_kept_stays_as_it_is(FieldCases.Case one) {
        assertThat(FieldText.text(one.kept())).isEqualTo(one.kept());
    }

    @Test
    void a_text_of_nothing_but_blanks_takes_no_longer_than_its_length() {
        assertThat(FieldText.text(" ".repeat(100_000) + "x" + " ".repeat(100_000) + "y"))
                .hasSize(100_002);
    }
}
