package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
    private static final String ROOT = "ab".repeat(32);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... arguments) throws Exception {
        return Main.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit",
                "submit http://localhost",
                "submit http://localhost --root",
                "submit http://localhost --root ab --body x",
                "submit http://localhost --root ab --category bribery --name Rekaan",
                "submit http://localhost --root ab --category bribery --contact -"
            })
    void what_it_needs_is_said_before_anything_is_asked(String line) throws Exception {
        assertThat(run(line.split(" "))).isEqualTo(64);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Usage: submit URL");
    }

    @Test
    void an_address_that_is_none_of_the_web_is_refused() throws Exception {
        assertThat(run("submit", "ftp://localhost", "--root", ROOT, "--readers"))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("https://");
    }

    @Test
    void a_server_that_is_not_there_is_told() throws Exception {
        assertThat(run("submit", "http://127.0.0.1:1", "--root", ROOT, "--readers"))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("nobody answers at http://127.0.0.1:1/: nothing was sent.\n");
    }

    @Test
    void the_words_of_a_receipt_are_english_in_a_terminal_that_says_so() {
        for (Locale english : List.of(Locale.US, Locale.UK))
            assertThat(Submit.language(english).getLanguage()).isEqualTo("en");
        for (Locale other : List.of(Locale.of("id", "ID"), Locale.of("id"), Locale.ENGLISH, Locale.ROOT, Locale.FRANCE))
            assertThat(Submit.language(other).getLanguage()).isNotEqualTo("en");
    }

    @Test
    void what_a_terminal_would_act_upon_is_shown_as_a_question_mark() {
        String post = "Ketua\u001b[2J\u009b1m\u202eutak\u2028";
        assertThat(Readers.printable(post)).isEqualTo("Ketua?[2J?1m?utak?");
        assertThat(Readers.printable("Pemeriksa Kedua (rekaan)")).isEqualTo("Pemeriksa Kedua (rekaan)");
    }

    @Test
    void an_identity_is_a_name_and_a_contact_of_a_file_and_nothing_more(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("identitas.txt");
        assertThat(identity(file, "Rekaan\n-\n\n")).isEqualTo(new Identity("Rekaan", "-"));
        assertThat(identity(file, " Rekaan ")).isEqualTo(new Identity("Rekaan", ""));
        assertThat(identity(file, "\ufeffRekaan\r\n0800\r\n")).isEqualTo(new Identity("Rekaan", "0800"));
        assertThat(identity(file, "\n0800").isGiven()).isTrue();
        for (String wrong : List.of("", "\n \n", "a\nb\nc")) {
            assertThatThrownBy(() -> identity(file, wrong)).hasMessageContaining("--identity");
        }
    }

    private static Identity identity(Path file, String text) throws Exception {
        return Identity.of(Files.writeString(file, text).toString());
    }

    @Test
    void a_text_is_utf_8_or_refused_and_nothing_in_it_is_replaced() throws Exception {
        assertThat(Utf8.of("\ufeffrésumé".getBytes(StandardCharsets.UTF_8), "t"))
                .isEqualTo("résumé");
        for (byte[] other : List.of(
                "résumé".getBytes(StandardCharsets.ISO_8859_1),
                "résumé".getBytes(StandardCharsets.UTF_16),
                "resume".getBytes(StandardCharsets.UTF_16LE),
                "resume".getBytes(StandardCharsets.UTF_16BE))) {
            assertThatThrownBy(() -> Utf8.of(other, "t")).hasMessage("t is not UTF-8.");
        }
    }
}
