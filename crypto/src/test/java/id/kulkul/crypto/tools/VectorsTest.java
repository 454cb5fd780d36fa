package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsTest {
    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"crypto-v1.json", "kulkul-v1.json"})
    void every_published_vector_is_recomputed(String name) throws IOException {
        var run = run(resource(name));
        assertThat(run.output()).doesNotContain("FAILED").contains(" passed, 0 failed\n");
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"root\": \"8|\"root\": \"9",
                "\"dek\": \"01|\"dek\": \"02",
                "\"index\": 1|\"index\": 2",
                "\"m\": 2|\"m\": 3",
                "\"length\": 16384|\"length\": 16386",
                "\"length\": 40000|\"length\": 2000000000",
                "\"length\": 40000|\"length\": 99999999999999999999",
                "\"merkle\"|\"merkel\"",
                "vectors 1|vectors 2",
                "\"share\":|\"Share\":",
                "\"salt\":|\"extra\": \"00\", \"salt\":",
                "bc9d9ee4|BC9D9EE4"
            })
    void every_change_is_noticed(String before, String after) throws IOException {
        var text = resource("crypto-v1.json");
        assertThat(text).contains(before);
        var run = run(text.replace(before, after));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lastLine()).matches("\\d+ passed, [1-9]\\d* failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"format\": \"kulkul crypto vectors 1\"}", "{\"format\": 1}"})
    void what_is_no_vector_file_fails(String text) throws IOException {
        var run = run(text);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("0 passed, 1 failed");
    }

    @Test
    void a_file_that_is_not_there_fails() {
        var run = run(directory.resolve("nowhere.json"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("0 passed, 1 failed");
    }

    @Test
    void a_tool_that_does_not_exist_is_explained() {
        var out = new ByteArrayOutputStream();
        assertThat(Main.run(List.of("nonsense"), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(64);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: kulkul-tools ");
    }

    private record Run(int code, String output) {
        String lastLine() {
            return output.lines().toList().getLast();
        }
    }

    private Run run(String text) throws IOException {
        return run(Files.writeString(directory.resolve("vectors.json"), text));
    }

    private static Run run(Path file) {
        var out = new ByteArrayOutputStream();
        int code = Main.run(List.of("vectors", file.toString()), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (var in = VectorsTest.class.getResourceAsStream("/id/kulkul/crypto/vectors/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
