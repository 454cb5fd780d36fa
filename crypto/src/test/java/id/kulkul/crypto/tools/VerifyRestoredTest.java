package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log whose loss was declared goes on from what was kept; whoever kept more is told so, and nobody is told that all
 * is well.
 */
class VerifyRestoredTest {
    private static final LogOrigin SECOND = Fixtures.WBS.next();
    private static final History LOST = History.story();
    private static final History RESTORED = restored(2);
    private static final String LINE = "restored=" + Fixtures.WBS + " size=16 in=" + SECOND;

    private final Path directory;

    VerifyRestoredTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** The story as far as its second checkpoint, and then another one. */
    private static History restored(int generation) {
        return another(History.begun().restored(generation), 4);
    }

    private static History another(History history, int quarter) {
        history.event(7, "report-submitted", History.item(7, 0)).event(7, "report-acknowledged");
        return history.checkpoint(quarter);
    }

    @Test
    void the_loss_is_named_and_the_history_is_no_valid_one_for_a_policy_that_does_not_know_of_it() {
        Verified verified = Verified.anchored(directory, RESTORED.whole());
        assertThat(verified.lines()).contains(LINE);
        assertThat(verified.verdict()).startsWith("VALID size=24");
        assertThat(verified.said())
                .contains("A loss was declared: the origin " + Fixtures.WBS + " is closed")
                .contains("goes on from the first 16 of its leaves")
                .contains("whoever holds the root has not signed for the declared loss yet");
        assertThat(verified.exit()).isEqualTo(2);
    }

    @Test
    void a_list_that_the_root_signed_for_the_new_origin_confirms_it_and_the_loss_is_still_named() throws Exception {
        String policy = TrustPolicy.parse(History.POLICY).restored(SECOND);
        byte[] list = History.manifest(2, History.digest(History.MANIFEST), policy);
        List<String> lines = new ArrayList<>(RESTORED.whole());
        lines.addAll(4, List.of(new ExportLine.Policy(policy).text(), History.signed(list)));
        Verified verified = Verified.export(directory, lines, anchor(policy));
        assertThat(verified.lines()).contains(LINE);
        assertThat(verified.said()).contains("A loss was declared").doesNotContain("has not signed");
        assertThat(verified.exit()).isZero();
        lines = new ArrayList<>(LOST.whole());
        lines.addAll(4, List.of(new ExportLine.Policy(policy).text(), History.signed(list)));
        Verified closed = Verified.export(directory, lines, anchor(policy));
        assertThat(closed.said()).contains("this one is closed");
        assertThat(closed.exit()).isEqualTo(2);
    }

    private String[] anchor(String policy) throws IOException {
        return new String[] {
            "--policy",
            file("policy", policy),
            "--root",
            History.ROOT.publicKey().rootFingerprint().hex()
        };
    }

    @Test
    void what_was_kept_of_the_closed_origin_agrees_as_far_as_the_log_was_kept() throws Exception {
        Verified verified = pinned(RESTORED, pin(LOST.at(8)), pin(LOST.at(16)));
        assertThat(verified.lines()).contains("checkpoints=2");
        assertThat(verified.said()).doesNotContain("Keep it");
    }

    @Test
    void what_it_vouches_for_beyond_is_said_to_be_lost_and_is_no_forgery() throws Exception {
        Verified verified = pinned(RESTORED, pin(LOST.at(24)));
        assertThat(verified.verdict()).startsWith("VALID size=24");
        assertThat(verified.lines()).contains("checkpoints=0");
        assertThat(verified.said()).contains("pin24 was signed under " + Fixtures.WBS + " for 24 leaves, and not all");
        assertThat(verified.exit()).isEqualTo(2);
        String receipt = file("receipt", LOST.receipt(6).text());
        assertThat(pinned(RESTORED, receipt).said()).contains("receipt was signed under " + Fixtures.WBS);
        String whole = file("whole", String.join("\n", LOST.whole()) + "\n");
        assertThat(pinned(RESTORED, whole).said()).contains("whole was signed under " + Fixtures.WBS);
    }

    @Test
    void a_declared_loss_hides_no_change_of_what_was_kept() throws Exception {
        History forged = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(1, 0));
        forged.event(2, "report-submitted", History.item(2, 0))
                .checkpoint(1)
                .checkpoint(2)
                .restored(2);
        String whole = file("whole", String.join("\n", LOST.whole()) + "\n");
        assertThat(pinned(another(forged, 4), whole).verdict())
                .isEqualTo("INVALID index=2 reason=diverges-from-earlier-export");
        assertThat(pinned(another(forged, 5), pin(LOST.at(8))).verdict()).contains("reason=diverges-from-checkpoint");
    }

    @Test
    void the_new_origin_is_as_strict_as_every_one() throws Exception {
        History other = History.begun()
                .restored(2)
                .event(9, "report-submitted", History.item(9, 0))
                .checkpoint(4);
        assertThat(pinned(other, pin(RESTORED.at(24))).verdict()).contains("reason=diverges-from-checkpoint");
        History shorter = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(1, 0));
        shorter.event(1, "report-acknowledged").checkpoint(1).restored(2);
        String whole = file("whole", String.join("\n", RESTORED.whole()) + "\n");
        assertThat(pinned(another(shorter, 4), whole).verdict())
                .as("what differs below is held until the history comes to the origin of the kept export")
                .contains("index=1 reason=diverges-from-earlier-export");
        History ended = History.begun().restored(2).checkpoint(3);
        assertThat(pinned(another(ended, 4), pin(RESTORED.at(24))).verdict()).contains("diverges-from-checkpoint");
    }

    @Test
    void a_second_loss_takes_the_first_new_origin_with_it() throws Exception {
        History third = restored(3);
        Verified verified = pinned(third, pin(RESTORED.at(24)), pin(LOST.at(16)));
        assertThat(verified.lines())
                .contains("restored=" + Fixtures.WBS + " size=16 in=" + SECOND.next(), "checkpoints=1");
        assertThat(verified.said()).contains("pin24 was signed under " + SECOND);
        assertThat(verified.exit()).isEqualTo(2);
    }

    @Test
    void nothing_is_signed_under_a_closed_origin_or_under_a_later_one_than_the_file_names() {
        History reopened = another(another(History.begun().restored(2), 4).restored(1), 5);
        List<String> lines = new ArrayList<>(reopened.whole());
        lines.set(0, new ExportLine.Header(SECOND, false).text());
        assertThat(Verified.export(directory, lines).verdict()).isEqualTo("INVALID index=24 reason=closed-origin");
        lines = new ArrayList<>(RESTORED.whole());
        lines.set(0, new ExportLine.Header(Fixtures.WBS, false).text());
        assertThat(Verified.export(directory, lines).verdict()).isEqualTo("INVALID index=16 reason=wrong-origin");
        lines.set(0, new ExportLine.Header(SECOND.next(), false).text());
        assertThat(Verified.export(directory, lines).verdict()).isEqualTo("INVALID reason=origin-without-checkpoint");
    }

    @Test
    void a_thief_without_the_keys_moves_nobody_to_another_origin() {
        History forged = another(new History(Fixtures.THIEF, true).restored(2), 1);
        assertThat(Verified.anchored(directory, forged.whole()).verdict()).contains("reason=missing-signature");
    }

    @Test
    void an_export_of_a_case_says_the_same() throws Exception {
        List<String> second = RESTORED.ofCase(7);
        assertThat(Verified.anchored(directory, second).said()).contains("has not signed for the declared loss");
        String whole = file("whole", String.join("\n", RESTORED.whole()) + "\n");
        assertThat(Verified.export(directory, second, "--checkpoint", whole).lines())
                .contains("checkpoints=1");
        List<String> first = RESTORED.ofCase(1);
        String lost = file("receipt", LOST.receipt(6).text());
        assertThat(Verified.export(directory, first, "--checkpoint", pin(LOST.at(24)), "--checkpoint", lost)
                        .said())
                .contains("pin24 was signed under " + Fixtures.WBS)
                .contains("receipt");
        String more = file("case", String.join("\n", LOST.ofCase(2)) + "\n");
        Verified without = Verified.export(directory, RESTORED.ofCase(2), "--checkpoint", more);
        assertThat(without.verdict()).startsWith("VALID");
        assertThat(without.said()).contains("case was signed under " + Fixtures.WBS);
    }

    private Verified pinned(History history, String... pins) {
        List<String> options = new ArrayList<>();
        for (String pin : pins) options.addAll(List.of("--checkpoint", pin));
        return Verified.anchored(directory, history.whole(), options.toArray(String[]::new));
    }

    private String pin(SignedCheckpoint checkpoint) throws IOException {
        return file("pin" + checkpoint.checkpoint().size(), checkpoint.note());
    }

    private String file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
        return directory.resolve(name).toString();
    }

    @Test
    void a_receipt_of_a_kept_leaf_agrees() throws IOException, InvalidEvidence {
        String receipt = file("receipt", History.begun().receipt(0).text());
        assertThat(pinned(RESTORED, receipt).lines()).contains("checkpoints=1");
    }
}
