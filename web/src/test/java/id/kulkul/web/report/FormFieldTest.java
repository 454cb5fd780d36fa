package id.kulkul.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.web.upload.FormField;
import id.kulkul.web.upload.UnreadableForm;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FormFieldTest {
    private static FormField filled(String name, String text) {
        FormField field = field(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        field.take(bytes, bytes.length);
        return field;
    }

    private static FormField field(String name) {
        return new FormField(name, Objects.requireNonNull(ReportIntake.FIELDS.get(name)));
    }

    @Test
    void a_field_holds_no_more_than_its_name_allows_however_much_comes() {
        FormField mark = field("exclude");
        byte[] much = new byte[256 * 1024];
        assertThat(mark.take(much, much.length)).isEqualTo(64);
        assertThat(mark.take(much, much.length)).isZero();
        assertThat(mark.isCut()).isTrue();
        assertThat(ReportIntake.FIELDS).doesNotContainKey("admin");
    }

    @Test
    void the_longest_text_that_is_allowed_fits_in_any_script() {
        assertThat(filled("body", "\uD83D\uDE00".repeat(20_000)).isCut()).isFalse();
        assertThat(filled("identityName", "\uD83D\uDE00".repeat(300)).isCut()).isFalse();
    }

    @Test
    void a_text_that_is_too_long_comes_back_as_far_as_it_was_held_and_says_so() {
        ReportForm form = new ReportForm();
        FormField body = filled("body", "ab" + "\u20ac".repeat(90_000));
        form.take("body", body.text(), body.isCut());
        assertThat(form.getBody().equals("ab" + "\u20ac".repeat(87_380))).isTrue();
        assertThat(form.code("body")).isEqualTo("report/body-cut");
        form.take("identityName", "Nama", true);
        assertThat(form.code("identityName")).isEqualTo("report/identity-cut");
        form.take("category", "x", true);
        assertThat(form.getCategory()).isEmpty();
        assertThatThrownBy(() -> form.take("secret", "00", true)).isInstanceOf(UnreadableForm.class);
    }

    @Test
    void no_more_may_be_left_out_than_there_are_people() {
        ReportForm form = new ReportForm(2);
        form.take("exclude", "a");
        form.take("exclude", "b");
        form.take("exclude", "a");
        assertThat(form.getErrors()).isEmpty();
        form.take("exclude", "c");
        assertThat(form.getExcluded()).containsExactly("a", "b");
        assertThat(form.code("exclude")).isEqualTo("report/unknown-reader");
    }
}
