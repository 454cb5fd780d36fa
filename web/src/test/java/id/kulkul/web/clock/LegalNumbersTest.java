package id.kulkul.web.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the law says how long stands in the dated rules alone: a message that says it too lies when the rules change.
 */
class LegalNumbersTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern LENGTH = Pattern.compile(
            "(?i)\\d+\\s+(hari|minggu|bulan|tahun|jam|(working |calendar )?(day|week|month|year|hour)s?)\\b(?!\\s+\\d{4}\\b)");

    /**
     * How old a proof or how far away a promise may be is a rule of the browser's program, in
     * {@code channel/device.js}.
     */
    private static final Set<String> OF_THE_PROGRAM = Set.of("listOld", "promiseFar");

    @Test
    void no_message_says_a_number_of_the_law() throws IOException {
        assertThat(lines().filter(LegalNumbersTest::saysOne).toList()).isEmpty();
        assertThat(saysOne("clock.acknowledge=Kabar penerimaan (7 hari)")).isTrue();
        assertThat(saysOne("report.act.DECLINE.hint=can object within 30 days."))
                .isTrue();
        assertThat(saysOne("about.law.1=Undang-Undang 13 Tahun 2006")).isFalse();
    }

    private static Stream<String> lines() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            List<Path> bundles = files.toList();
            assertThat(bundles).hasSizeGreaterThan(10);
            return bundles.stream().flatMap(LegalNumbersTest::read);
        }
    }

    private static Stream<String> read(Path bundle) {
        try {
            return Files.readAllLines(bundle).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysOne(String line) {
        String key = line.substring(0, Math.max(0, line.indexOf('=')));
        String name = key.substring(key.lastIndexOf('.') + 1);
        return LENGTH.matcher(line).find() && !key.startsWith("clock.length.") && !OF_THE_PROGRAM.contains(name);
    }
}
