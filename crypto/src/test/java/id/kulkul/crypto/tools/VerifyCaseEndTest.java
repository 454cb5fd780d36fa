package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.InvalidEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happened last in a case, such as who looked, can be cut off its export: only a whole log shows that nothing was.
 */
class VerifyCaseEndTest {

    private static final String ID = "0000000000000ca5e0000000000000002".substring(1);
    /** The second report has its five events at 1, 3, 17, 18 and 19 of 24 leaves. */
    private static final History TRUE = History.story();
    /** Here somebody looks once more, at 24. */
    private static final History LATER =
            History.story().event(2, "item-opened").event(1, "item-opened").checkpoint(4);

    private static final List<String> CUT = TRUE.ofCase(2).subList(0, 6);

    private final Path directory;

    VerifyCaseEndTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_case_alone_says_how_far_it_reaches_and_ends_with_2() {
        for (int events = 1; events <= 5; events++) {
            Verified alone = anchored(TRUE.ofCase(2).subList(0, 5 + events));
            assertThat(alone.lines()).contains("case=" + ID + " events=0.." + (events - 1));
            assertThat(alone.verdict()).startsWith("VALID size=24 ");
            assertThat(alone.said()).hasLineCount(1).contains("never that nothing came after " + (events - 1));
            assertThat(alone.exit()).isEqualTo(2);
        }
    }

    @Test
    void a_whole_log_of_its_size_shows_that_nothing_was_cut_off() throws IOException {
        Verified whole = anchored(TRUE.ofCase(2), file("kept", TRUE.whole()));
        assertThat(whole.lines()).contains("case=" + ID + " events=0..4");
        assertThat(whole.said()).isEmpty();
        assertThat(whole.exit()).isZero();
    }

    @Test
    void a_whole_log_names_the_first_event_that_was_cut_off() throws IOException {
        int[] index = {1, 3, 17, 18, 19};
        for (History log : List.of(TRUE, LATER)) {
            String kept = file("kept", log.whole());
            for (int events = 1; events < 5; events++) {
                missing(TRUE.ofCase(2).subList(0, 5 + events), index[events], kept);
            }
        }
    }

    @Test
    void an_event_after_the_size_of_the_case_is_told_and_leaves_it_open() throws IOException {
        Verified older = anchored(TRUE.ofCase(2), file("kept", LATER.whole()));
        assertThat(older.verdict()).startsWith("VALID size=24 ");
        assertThat(older.said()).hasLineCount(1).contains("kept has a later event of this case, at index 24");
        assertThat(older.exit()).isEqualTo(2);
        assertThat(anchored(TRUE.ofCase(3), file("kept", LATER.whole())).exit()).isZero();
    }

    @Test
    void a_whole_log_that_was_cut_at_an_older_checkpoint_shows_only_what_it_has() throws IOException {
        List<String> early = TRUE.whole().subList(0, 11);
        String kept = file("kept", early);
        assertThat(anchored(early).verdict()).startsWith("VALID size=16 ");
        Verified newer = anchored(TRUE.ofCase(2), kept);
        assertThat(newer.said()).hasLineCount(2).contains("could not be compared in full", "never that nothing");
        assertThat(newer.exit()).isEqualTo(2);
        missing(CUT, 3, kept);
    }

    @Test
    void a_longer_export_of_the_same_case_names_what_a_shorter_one_lacks() throws IOException {
        missing(CUT, 3, file("kept", TRUE.ofCase(2)));
        missing(LATER.ofCase(2).subList(0, 8), 18, file("kept", TRUE.ofCase(2)));
        Verified older = anchored(TRUE.ofCase(2), file("kept", LATER.ofCase(2)));
        assertThat(older.said()).contains("kept has a later event of this case, at index 24");
        assertThat(older.exit()).isEqualTo(2);
    }

    @Test
    void a_receipt_names_its_event_where_the_case_lacks_it() throws IOException, InvalidEvidence {
        String receipt = Files.writeString(
                        directory.resolve("receipt"), TRUE.receipt(6).text())
                .toString();
        missing(CUT, 17, receipt);
        missing(LATER.ofCase(2).subList(0, 7), 17, receipt);
    }

    @Test
    void exports_of_cases_are_compared_with_the_whole_log_that_is_verified() throws IOException {
        Verified log = anchored(TRUE.whole(), file("first", TRUE.ofCase(1)), file("cut", CUT));
        assertThat(log.lines()).contains("checkpoints=2").noneMatch(line -> line.startsWith("case="));
        assertThat(log.exit()).isZero();
        assertThat(anchored(TRUE.whole(), file("later", LATER.ofCase(2))).verdict())
                .isEqualTo("INVALID index=24 reason=shorter-than-checkpoint");
    }

    private void missing(List<String> export, long index, String pin) {
        Verified verified = anchored(export, pin);
        assertThat(verified.verdict()).isEqualTo("INVALID index=" + index + " reason=event-missing");
        assertThat(verified.exit()).isEqualTo(1);
    }

    private Verified anchored(List<String> export, String... pins) {
        List<String> options = new ArrayList<>();
        for (String pin : pins) options.addAll(List.of("--checkpoint", pin));
        return Verified.anchored(directory, export, options.toArray(String[]::new));
    }

    private String file(String name, List<String> lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n")
                .toString();
    }
}
