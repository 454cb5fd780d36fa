package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                "submit http://localhost --root ab --body x"
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
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Cannot read or write");
    }
}
