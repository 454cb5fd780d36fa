package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A case shows its log at one size only: what was kept of another size is compared as far as it goes, and the rest is
 * said.
 */
class VerifyCasePinsTest {

    private static final History TRUE = History.story();
    private static final History LATER = History.story().checkpoint(4);
    private static final History FORGED = forged();

    private final Path directory;

    VerifyCasePinsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** Here the second report was never declined, and the third one is told as it was. */
    private static History forged() {
        return History.begun()
                .event(3, "report-submitted", History.item(3, 0))
                .event(2, "item-opened")
                .checkpoint(3);
    }

    @Test
    void a_checkpoint_of_the_same_size_is_compared() throws IOException {
        String pin = checkpoint(TRUE, 24);
        shown(TRUE.ofCase(2), pin);
        contradicts(FORGED.ofCase(1), "index=0 reason=diverges-from-checkpoint", pin);
    }

    @Test
    void a_checkpoint_of_another_size_is_named_as_not_compared() throws IOException {
        open(TRUE.ofCase(2), checkpoint(TRUE, 16));
        open(FORGED.ofCase(2), checkpoint(TRUE, 16));
        open(TRUE.ofCase(2), checkpoint(LATER, 32));
        Verified both = anchored(TRUE.ofCase(2), checkpoint(TRUE, 24), checkpoint(TRUE, 16));
        assertThat(both.lines()).contains("checkpoints=1");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.said()).hasLineCount(2).contains("16.note").doesNotContain("24.note");
    }

    @Test
    void a_receipt_is_compared_with_the_event_at_its_index() throws IOException, InvalidEvidence {
        String receipt = file("receipt", TRUE.receipt(6).text());
        shown(TRUE.ofCase(2), receipt);
        contradicts(FORGED.ofCase(2), "index=17 reason=diverges-from-receipt", receipt);
        open(LATER.ofCase(2), receipt);
    }

    @Test
    void a_whole_export_that_reaches_the_size_of_the_case_is_compared() throws IOException {
        agrees(TRUE.ofCase(2), export(TRUE.whole()));
        agrees(TRUE.ofCase(2), export(LATER.whole()));
        contradicts(FORGED.ofCase(2), "index=17 reason=diverges-from-earlier-export", export(LATER.whole()));
        contradicts(FORGED.ofCase(1), "index=0 reason=diverges-from-checkpoint", export(LATER.whole()));
        open(LATER.ofCase(2), export(TRUE.whole()));
        History altered = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(1, 0));
        altered.event(4, "report-submitted").checkpoint(1);
        contradicts(TRUE.ofCase(2), "index=1 reason=diverges-from-earlier-export", export(altered.whole()));
    }

    @Test
    void an_export_of_a_case_is_compared_leaf_by_leaf() throws IOException {
        shown(TRUE.ofCase(2), export(TRUE.ofCase(2)));
        shown(TRUE.ofCase(2), export(TRUE.ofCase(3)));
        open(LATER.ofCase(2), export(TRUE.ofCase(2)));
        contradicts(FORGED.ofCase(2), "index=17 reason=diverges-from-earlier-export", export(LATER.ofCase(2)));
    }

    @Test
    void what_was_kept_of_another_log_is_refused() throws IOException {
        var open = Fixtures.keys(new LogOrigin(Fixtures.TENANT, LogName.OPEN), 1);
        String pin =
                file("open", open.sign(16, TRUE.tree.root(16), Fixtures.MARK).note());
        contradicts(TRUE.ofCase(2), "reason=checkpoint-not-of-this-log", pin);
        String thief = file(
                "thief",
                Fixtures.THIEF.sign(16, TRUE.tree.root(16), Fixtures.MARK).note());
        contradicts(TRUE.ofCase(2), "reason=checkpoint-not-of-this-log", thief);
    }

    @Test
    void what_was_not_compared_is_said_without_an_anchor_too() throws IOException {
        Verified alone = Verified.export(directory, TRUE.ofCase(2), "--checkpoint", checkpoint(TRUE, 16));
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.said()).hasLineCount(3);
    }

    private void agrees(List<String> export, String pin) {
        Verified verified = anchored(export, pin);
        assertThat(verified.lines()).contains("checkpoints=1");
        assertThat(verified.said()).isEmpty();
        assertThat(verified.exit()).isZero();
    }

    /** Agrees as far as it goes, and says that this is not to the end of the case. */
    private void shown(List<String> export, String pin) {
        Verified verified = anchored(export, pin);
        assertThat(verified.lines()).contains("checkpoints=1").last().asString().startsWith("VALID");
        assertThat(verified.said()).hasLineCount(1).contains("never that nothing came after");
        assertThat(verified.exit()).isEqualTo(2);
    }

    private void contradicts(List<String> export, String verdict, String pin) {
        Verified verified = anchored(export, pin);
        assertThat(verified.verdict()).startsWith("INVALID " + verdict);
        assertThat(verified.exit()).isEqualTo(1);
    }

    private void open(List<String> export, String pin) {
        Verified verified = anchored(export, pin);
        assertThat(verified.lines()).contains("checkpoints=0").last().asString().startsWith("VALID");
        assertThat(verified.said())
                .hasLineCount(2)
                .startsWith(pin + " could not be compared in full")
                .contains("never that nothing came after");
        assertThat(verified.exit()).isEqualTo(2);
    }

    private Verified anchored(List<String> export, String... pins) {
        List<String> options = new ArrayList<>();
        for (String pin : pins) options.addAll(List.of("--checkpoint", pin));
        return Verified.anchored(directory, export, options.toArray(String[]::new));
    }

    private String checkpoint(History history, long size) throws IOException {
        return file(size + ".note", history.at(size).note());
    }

    private String export(List<String> lines) throws IOException {
        return file("kept", String.join("\n", lines) + "\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
