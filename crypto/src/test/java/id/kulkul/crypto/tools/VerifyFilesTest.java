package id.kulkul.crypto.tools;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was converted on its way or is no export is told apart from what was changed, and never passes for valid. */
class VerifyFilesTest {

    private static final History STORY = History.story();
    private static final String TEXT = String.join("\n", STORY.whole()) + "\n";
    private static final String CHANGED =
            TEXT.replaceFirst("\"eventId\":\"000000000000e0", "\"eventId\":\"100000000000e0");
    private static final String HEX = History.ROOT.publicKey().rootFingerprint().hex();

    private final Path directory;

    VerifyFilesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static Map<String, byte[]> conversions(String text) {
        return Map.of(
                "CR LF", text.replace("\n", "\r\n").getBytes(UTF_8),
                "with CR LF", text.replace("\n", "\r\r\n").getBytes(UTF_8),
                "byte order mark", ("\ufeff" + text).getBytes(UTF_8),
                "last line break", text.stripTrailing().getBytes(UTF_8),
                "blank lines", (text + "\n\n").getBytes(UTF_8),
                "CR LF, its last", text.replace("\n", "\r\n").stripTrailing().getBytes(UTF_8),
                "UTF-16", text.getBytes(UTF_16),
                "is in UTF-16", ("\ufeff" + text.replace("\n", "\r\n")).getBytes(UTF_16LE),
                "in UTF-16", text.getBytes(UTF_16LE),
                "it is in UTF-16", text.getBytes(UTF_16BE));
    }

    @Test
    void a_converted_export_is_said_to_be_one_and_is_not_called_valid() throws IOException {
        for (var converted : conversions(TEXT).entrySet()) {
            Verified verified = anchored(converted.getValue());
            assertThat(verified.verdict()).isEqualTo("UNDECIDED reason=converted");
            assertThat(verified.lines()).noneMatch(line -> line.contains("VALID"));
            assertThat(verified.said()).hasLineCount(1).contains("was converted on its way", converted.getKey());
            assertThat(verified.exit()).isEqualTo(2);
        }
    }

    @Test
    void a_changed_event_is_invalid_however_the_file_was_converted_afterwards() throws IOException {
        for (byte[] converted : conversions(CHANGED).values()) {
            Verified verified = anchored(converted);
            assertThat(verified.verdict()).isEqualTo("INVALID index=0 reason=event-altered");
            assertThat(verified.exit()).isEqualTo(1);
        }
    }

    @Test
    void blank_lines_or_other_line_ends_within_are_no_conversion() throws IOException {
        String blank = TEXT.replaceFirst("\n\\{\"c\"", "\n\n{\"c\"");
        assertThat(anchored(blank.getBytes(UTF_8)).verdict()).isEqualTo("INVALID index=5 reason=malformed-line");
        String within = TEXT.replaceFirst("\"aggregateType\"", "\r\n\"aggregateType\"");
        assertThat(anchored(within.getBytes(UTF_8)).verdict()).isEqualTo("INVALID reason=malformed-line");
    }

    @Test
    void what_is_no_export_is_named_and_has_no_index() throws IOException {
        none("is empty", new byte[0]);
        none("is empty", "\n \n".getBytes(UTF_8));
        none("page of a website", "<!DOCTYPE html>\n<title>Masuk</title>\n".getBytes(UTF_8));
        none("page of a website", "\n\n  <html>".getBytes(UTF_16));
        none("is packed", new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        none("is packed", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        none("--checkpoint", STORY.newest().note().getBytes(UTF_8));
        none("newer tools", TEXT.replaceFirst("export 1", "export 2").getBytes(UTF_8));
        none("is no export", "{\"status\":401}\n".getBytes(UTF_8));
        none("is no export", new byte[5000]);
        none("is no export", TEXT.substring(TEXT.indexOf('\n') + 1).getBytes(UTF_8));
    }

    private void none(String words, byte[] content) throws IOException {
        Verified verified = anchored(content);
        assertThat(verified.said()).hasLineCount(1).contains("export.jsonl", words);
        assertThat(verified.lines()).containsExactly("UNDECIDED reason=not-an-export");
        assertThat(verified.exit()).isEqualTo(2);
    }

    @Test
    void a_file_that_stops_within_a_line_was_cut_unless_something_before_it_is_wrong() throws IOException {
        for (int length : new int[] {40, 300, TEXT.length() / 2, TEXT.length() - 2}) {
            Verified cut = anchored(Arrays.copyOf(TEXT.getBytes(UTF_8), length));
            assertThat(cut.verdict()).isEqualTo("UNDECIDED reason=cut");
            assertThat(cut.said()).hasLineCount(1).contains("stops within a line");
            assertThat(cut.exit()).isEqualTo(2);
        }
        byte[] changed = Arrays.copyOf(CHANGED.getBytes(UTF_8), TEXT.length() - 2);
        assertThat(anchored(changed).verdict()).isEqualTo("INVALID index=0 reason=event-altered");
    }

    /** A download that broke off at the end of a line accuses nobody; a change before it does. */
    @Test
    void a_file_that_stops_between_an_event_and_its_checkpoint_was_cut() throws IOException {
        for (String text : List.of(TEXT, CHANGED)) {
            String cut = text.substring(0, text.lastIndexOf("\n{\"c\"") + 1);
            Verified verified = anchored(cut.getBytes(UTF_8));
            boolean whole = text.equals(TEXT);
            assertThat(verified.verdict()).startsWith(whole ? "UNDECIDED reason=cut" : "INVALID index=0");
            assertThat(verified.exit()).isEqualTo(whole ? 2 : 1);
        }
    }

    @Test
    void a_head_that_was_changed_is_invalid_without_an_index() throws IOException {
        Verified head =
                anchored(TEXT.replaceFirst("\"tenant\":\"1", "\"tenant\":\"2").getBytes(UTF_8));
        assertThat(head.verdict()).isEqualTo("INVALID reason=malformed-line");
        assertThat(head.exit()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_missing_or_cannot_be_read_has_a_sentence_of_its_own_and_never_1() throws IOException {
        String export = file("export", TEXT.getBytes(UTF_8));
        String policy = file("policy", History.POLICY.getBytes(UTF_8));
        for (String absent : List.of(directory.resolve("absent").toString(), directory.toString(), "a\u0000b")) {
            unusable(List.of(absent));
            unusable(List.of(export, "--checkpoint", absent));
            unusable(List.of(export, "--root", HEX, "--policy", absent));
        }
        unusable(List.of(export, "--root", "zz", "--policy", policy));
        unusable(List.of(export, "--policy", policy));
        unusable(List.of(export, "--checkpoint", file("binary", new byte[] {(byte) 0xe9, (byte) 0xe9, (byte) 0xe9})));
        unusable(List.of(export, "--checkpoint", file("page", "<html>".getBytes(UTF_8))));
        unusable(List.of(export, "--checkpoint", file("changed", CHANGED.getBytes(UTF_8))));
        unusable(List.of(export, "--checkpoint", file("long", new byte[(1 << 20) + 1])));
    }

    private static void unusable(List<String> arguments) {
        Verified verified = Verified.run(arguments);
        assertThat(verified.said()).hasLineCount(1).matches("(?s)[^\\s].*\\.\n");
        assertThat(verified.lines()).isEmpty();
        assertThat(verified.exit()).isEqualTo(2);
    }

    @Test
    void wrong_arguments_get_the_usage_and_64() {
        for (List<String> wrong :
                List.of(List.<String>of(), List.of("x", "y"), List.of("x", "--policy"), List.of("x", "--what", "y"))) {
            Verified verified = Verified.run(wrong);
            assertThat(verified.said()).startsWith("Usage: verify EXPORT").contains("never \"valid\"");
            assertThat(verified.exit()).isEqualTo(64);
        }
    }

    @Test
    void kept_files_that_were_converted_are_still_compared_and_said_to_be() throws IOException {
        String export = file("export", TEXT.getBytes(UTF_8));
        String[] kept = {STORY.newest().note(), TEXT};
        for (String one : kept) {
            for (byte[] converted : conversions(one).values()) {
                Verified verified = Verified.run(List.of(
                        export,
                        "--root",
                        HEX,
                        "--policy",
                        file("policy", History.POLICY.replace("\n", "\r\n").getBytes(UTF_8)),
                        "--checkpoint",
                        file("kept", converted)));
                assertThat(verified.lines()).contains("checkpoints=1", "anchor=policy");
                assertThat(verified.said()).contains("policy was converted on its way", "kept was converted");
                assertThat(verified.exit()).isEqualTo(2);
            }
        }
    }

    private Verified anchored(byte[] content) throws IOException {
        String policy = file("policy", History.POLICY.getBytes(UTF_8));
        return Verified.export(directory, content, "--root", HEX, "--policy", policy);
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content).toString();
    }
}
