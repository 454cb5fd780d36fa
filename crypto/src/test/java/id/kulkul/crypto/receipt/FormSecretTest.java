package id.kulkul.crypto.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormSecretTest {
    private static final FormSecret SECRET = FormSecret.random();

    @Test
    void the_same_page_and_text_give_the_same_receipt_and_nonce() {
        var once = SECRET.with(List.of("corruption", "Rekaan"));
        var again = FormSecret.parse(SECRET.text()).with(List.of("corruption", "Rekaan"));
        assertThat(digits(again)).isEqualTo(digits(once));
        assertThat(again.nonce()).isEqualTo(once.nonce());
    }

    @Test
    void another_text_another_border_between_fields_or_another_page_gives_another_receipt() {
        var all = List.of(
                SECRET.with(List.of("a", "b")),
                SECRET.with(List.of("a", "c")),
                SECRET.with(List.of("ab", "")),
                SECRET.with(List.of("", "ab")),
                SECRET.with(List.of("a", "b", "")),
                FormSecret.random().with(List.of("a", "b")));
        assertThat(all.stream().map(FormSecretTest::digits)).doesNotHaveDuplicates();
        assertThat(all.stream().map(FormSecret.Chosen::nonce)).doesNotHaveDuplicates();
    }

    @Test
    void what_is_no_secret_of_ours_is_refused() {
        for (var odd : List.of("", "00", "0".repeat(64), "A".repeat(64), "g".repeat(64), "a".repeat(65)))
            assertThatIllegalArgumentException().isThrownBy(() -> FormSecret.parse(odd));
        var text = "ab".repeat(32);
        assertThat(FormSecret.parse(text).text()).isEqualTo(text);
        assertThatIllegalArgumentException().isThrownBy(() -> FormSecret.parse(text.toUpperCase(Locale.ROOT)));
    }

    private static String digits(FormSecret.Chosen chosen) {
        try (var receipt = chosen.receipt()) {
            return receipt.digits();
        }
    }
}
