package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.kulkul.crypto.log.EventTypes;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.HistoryCheck;
import id.kulkul.crypto.log.Pins;
import id.kulkul.crypto.log.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A line or a value of an export that somebody else wrote: whatever it is, there is a verdict, and what was exported is
 * valid.
 */
class ExportFuzzTest {
    private static final int ROOT = 1;
    private static final int LIST = 3;
    private static final History STORY = new History(Fixtures.KEYS, true)
            .event(1, "report-submitted", History.item(1, 0))
            .event(1, "item-opened")
            .checkpoint(1);
    private static final List<List<String>> FILES = List.of(latin(STORY.whole()), latin(STORY.ofCase(1)));

    /** A string without its quotes, or a number. */
    private static final Pattern VALUE = Pattern.compile("(?<=\")[^\"]*(?=\")|(?<=:)-?[0-9]+");

    /**
     * Each line of both files, and each of their short values: what the first bytes of an input mean stands at
     * {@link #written}.
     */
    static Stream<byte[]> parts() {
        List<byte[]> seeds = new ArrayList<>();
        for (int file = 0; file < FILES.size(); file++) {
            for (int line = 0; line < FILES.get(file).size(); line++) {
                String text = FILES.get(file).get(line);
                seeds.add(seed(text, line << 1 | file));
                List<String> values =
                        VALUE.matcher(text).results().map(MatchResult::group).toList();
                for (int value = 0; value < values.size(); value++) {
                    if (values.get(value).length() < 70)
                        seeds.add(seed(values.get(value), 0x80 | line << 1 | file, value));
                }
            }
        }
        return seeds.stream();
    }

    private static byte[] seed(String text, int... front) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] seed = new byte[front.length + bytes.length];
        for (int i = 0; i < front.length; i++) seed[i] = (byte) front[i];
        System.arraycopy(bytes, 0, seed, front.length, bytes.length);
        return seed;
    }

    @MethodSource("parts")
    @FuzzTest(maxDuration = "8m")
    void a_part_of_an_export(byte[] input) throws IOException {
        if (input.length < 2) return;
        List<String> file = FILES.get(input[0] & 1);
        int place = (input[0] & 0x7f) >> 1;
        if (place >= file.size()) return;
        List<String> lines = new ArrayList<>(file);
        lines.set(place, written(file.get(place), input));
        // without an anchor nobody asks for these, and their signatures would take most of the time
        if (place != ROOT && place != LIST) lines.removeAll(List.of(file.get(ROOT), file.get(LIST)));
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        HistoryCheck check = new HistoryCheck(
                EventTypes.standard(), Optional.empty(), new Pins(), PayloadItems::of, (index, leaf) -> {});
        try (ExportFile export = new ExportFile(new ByteArrayInputStream(bytes))) {
            Verdict verdict = check.check(export);
            assertThat(verdict.reason().orElse("valid")).matches("[a-z0-9-]+");
            boolean ours = lines.contains(file.get(place));
            if (ours) assertThat(verdict.isValid()).isTrue();
        }
    }

    /**
     * Instead of the line all bytes after the first, or, with its highest bit, those after the second instead of the
     * value of that number.
     */
    private static String written(String line, byte[] input) {
        if (input[0] >= 0) return new String(input, 1, input.length - 1, StandardCharsets.ISO_8859_1);
        String text = new String(input, 2, input.length - 2, StandardCharsets.ISO_8859_1);
        int number = input[1] & 0xff;
        List<MatchResult> values = VALUE.matcher(line).results().toList();
        if (number >= values.size()) return line;
        MatchResult value = values.get(number);
        return line.substring(0, value.start()) + text + line.substring(value.end());
    }

    /** UTF-8 with one character a byte. */
    private static List<String> latin(List<String> lines) {
        return lines.stream()
                .map(line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
    }
}
