package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the pages are those of the glossary: one for one thing, and each in use. */
class GlossaryTest {
    private static final Path GLOSSARY = Path.of("../.github/GLOSSARY.md");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path MAIN = Path.of("src/main");

    /** Their end is put together where they are used: a code, a stage, an act, a name from a table. */
    private static final List<String> MADE_UP = List.of(
            "about.",
            "audit.",
            "clock.",
            "clockdoubt.",
            "demo.",
            "entrance.",
            "event.",
            "flood.",
            "mailbox.error.",
            "mailbox.done.",
            "mailbox.state.",
            "mailbox.text.",
            "page.demo.",
            "problem.",
            "report.act.",
            "report.body.",
            "report.category.",
            "report.code.",
            "report.error.",
            "upload.error.",
            "report.kind",
            "report.next.",
            "report.not-now.",
            "report.safety.",
            "report.stage.",
            "staff.item.",
            "staff.pile.",
            "staff.trouble.",
            "staff.why.",
            "staff.inbox.marks.",
            "staff.find.",
            "loss.");

    @Test
    void no_message_says_a_thing_by_another_word() throws IOException {
        List<String> found = new ArrayList<>();
        Pattern avoided = avoided();
        for (Path bundle : bundles()) {
            for (String line : Files.readAllLines(bundle)) {
                String words = line.substring(line.indexOf('=') + 1);
                if (avoided.matcher(words).find()) found.add(bundle.getFileName() + ": " + line);
            }
        }
        assertThat(found).isEmpty();
        assertThat(avoided.matcher("Penyelidik Kedua").find()).isTrue();
        assertThat(avoided.matcher("Tenggatnya lewat").find()).isTrue();
    }

    /** Words with their endings, as whole words: {@code daun} is no part of another. */
    private static Pattern avoided() throws IOException {
        String words = Files.readAllLines(GLOSSARY).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Bahasa"))
                .map(line -> line.split("\\|", -1)[4].strip())
                .flatMap(cell -> Pattern.compile(", ").splitAsStream(cell))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("\\b(" + words + ")(nya)?\\b", Pattern.CASE_INSENSITIVE);
    }

    @Test
    void every_message_is_used() throws IOException {
        String program = program();
        List<String> idle = new ArrayList<>();
        for (Path bundle : bundles()) {
            for (String line : Files.readAllLines(bundle)) {
                String key = line.substring(0, Math.max(0, line.indexOf('=')));
                boolean known = key.isEmpty() || MADE_UP.stream().anyMatch(key::startsWith) || program.contains(key);
                if (!known) idle.add(key);
            }
        }
        assertThat(idle).isEmpty();
    }

    private static List<Path> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSizeGreaterThan(10);
            return all;
        }
    }

    private static String program() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().matches(".*\\.(html|java)"))
                    .map(GlossaryTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
