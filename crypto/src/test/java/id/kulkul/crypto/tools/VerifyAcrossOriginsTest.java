package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An export of one origin beside what was kept of another: what both have in common is compared as strictly as within
 * one.
 */
class VerifyAcrossOriginsTest {
    private static final LogOrigin SECOND = Fixtures.WBS.next();
    /** The second report has its events at 1 and 3 of 16 leaves, in {@link #LOST} at 17, 18 and 19 too. */
    private static final History BEGUN = History.begun();

    private static final History LOST = History.story();
    private static final History RESTORED = another(History.begun().restored(2), 4);
    private static final History SAME = History.begun().restored(2).signedAgain(3);
    private static final List<String> CUT = BEGUN.ofCase(2).subList(0, 6);
    private static final String MISSING = "INVALID index=3 reason=event-missing";
    private static final String LOSS = "restored=" + Fixtures.WBS + " size=16 in=" + SECOND;

    private final Path directory;

    VerifyAcrossOriginsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static History another(History history, int quarter) {
        history.event(7, "report-submitted", History.item(7, 0)).event(7, "report-acknowledged");
        return history.checkpoint(quarter);
    }

    /** Here the second report has another first event. */
    private static History forged() {
        return new History(Fixtures.KEYS, true)
                .event(1, "report-submitted", History.item(1, 0))
                .event(2, "report-submitted", History.item(2, 1))
                .checkpoint(1);
    }

    @Test
    void what_has_the_same_tree_names_an_event_that_was_cut_off() throws Exception {
        is(MISSING, anchored(CUT, kept("whole", RESTORED.whole())));
        is(MISSING, anchored(CUT, kept("whole", SAME.whole())));
        is(MISSING, anchored(CUT, kept("case", SAME.ofCase(2))));
        is(MISSING, anchored(CUT, text("receipt", SAME.receipt(3).text())));
        List<String> later = SAME.ofCase(2).subList(0, 6);
        is(MISSING, anchored(later, kept("whole", LOST.whole())));
        is(MISSING, anchored(later, kept("case", BEGUN.ofCase(2))));
    }

    @Test
    void a_whole_log_knows_what_the_origins_before_its_own_held() throws IOException {
        String whole = kept("whole", RESTORED.whole());
        is(MISSING, anchored(LOST.ofCase(2).subList(0, 6), whole));
        is("INVALID index=1 reason=diverges-from-earlier-export", anchored(forged().ofCase(2), whole));
        is("INVALID index=0 reason=diverges-from-checkpoint to=7", anchored(forged().ofCase(1), whole));
        is("INVALID index=1 reason=diverges-from-earlier-export", anchored(forged().whole(), whole));
        History shorter = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(1, 0));
        shorter.event(2, "report-submitted", History.item(2, 0)).event(1, "report-acknowledged");
        shorter.event(2, "item-opened").event(1, "reporter-asked", History.item(1, 1));
        is(
                "INVALID index=8 reason=shorter-than-checkpoint",
                anchored(shorter.checkpoint(1).whole(), whole));
    }

    @Test
    void past_what_both_have_in_common_it_cannot_be_told() throws IOException {
        Verified verified = anchored(LOST.ofCase(2).subList(0, 7), kept("whole", RESTORED.whole()));
        open(verified);
        assertThat(verified.lines()).contains("checkpoints=0");
        assertThat(verified.said()).contains("whole was signed under " + SECOND + " for 24 leaves, and not all");
        open(anchored(LOST.whole(), kept("whole", RESTORED.whole())));
    }

    @Test
    void what_was_kept_of_a_later_origin_says_that_the_one_of_the_export_is_closed() throws IOException {
        String closed = "whole was signed under " + SECOND + ": a loss was declared";
        for (List<String> export : List.of(BEGUN.ofCase(2), BEGUN.whole())) {
            Verified verified = anchored(export, kept("whole", SAME.whole()));
            open(verified);
            assertThat(verified.lines()).contains("checkpoints=1", LOSS);
            assertThat(verified.said()).contains(closed, "A loss was declared: the origin " + Fixtures.WBS);
        }
        open(anchored(BEGUN.ofCase(1), kept("whole", RESTORED.whole())));
        Verified bare = anchored(LOST.whole(), text("pin", SAME.at(16).note()));
        open(bare);
        assertThat(bare.said()).contains("pin was signed under " + SECOND + ": a loss was declared");
    }

    @Test
    void what_was_kept_of_a_closed_origin_past_the_tree_of_a_case_is_said_to_be_lost() throws Exception {
        String whole = kept("whole", LOST.whole());
        Verified verified = confirmed(SAME.ofCase(1), whole);
        open(verified);
        assertThat(verified.lines()).contains("checkpoints=0");
        assertThat(verified.said()).contains("whole was signed under " + Fixtures.WBS + " for 24 leaves, and not all");
        assertThat(confirmed(SAME.ofCase(2), whole).said()).doesNotContain("take a newer export");
        open(confirmed(SAME.ofCase(1), text("pin", LOST.at(24).note())));
    }

    @Test
    void a_confirmed_loss_that_took_nothing_of_what_was_given_is_named_for_a_case_too() throws Exception {
        for (History log : List.of(SAME, RESTORED)) {
            Verified verified = confirmed(log.ofCase(1), kept("whole", log.whole()));
            assertThat(verified.lines()).contains("checkpoints=1", LOSS);
            assertThat(verified.said()).contains("A loss was declared").doesNotContain("not all", "never that");
            assertThat(verified.exit()).isZero();
        }
        Verified untold = confirmed(SAME.ofCase(1), kept("whole", BEGUN.whole()));
        assertThat(untold.said()).contains("A loss was declared: the log of this export goes on as " + SECOND);
        assertThat(untold.exit()).isZero();
    }

    @Test
    void every_origin_that_an_earlier_export_went_through_was_signed_by_the_log() throws Exception {
        LogKeys second = Fixtures.KEYS.in(SECOND);
        List<String> file = new ArrayList<>(RESTORED.whole());
        file.set(
                2, new ExportLine.Policy(Fixtures.THIEF.policyLines() + second.policyLines() + "quorum none\n").text());
        History stolen = new History(Fixtures.THIEF, true);
        List<String> thief = History.begin(stolen).whole();
        int last = thief.size() - 1;
        file.set(last, thief.get(last));
        file.set(last - 1, thief.get(last - 1));
        file.remove(3);
        is("INVALID reason=checkpoint-not-of-this-log", anchored(BEGUN.ofCase(1), kept("whole", file)));
    }

    private static void is(String verdict, Verified verified) {
        assertThat(verified.verdict()).isEqualTo(verdict);
        assertThat(verified.exit()).isEqualTo(1);
    }

    private static void open(Verified verified) {
        assertThat(verified.verdict()).startsWith("VALID");
        assertThat(verified.exit()).isEqualTo(2);
    }

    private Verified anchored(List<String> export, String kept) {
        return Verified.anchored(directory, export, "--checkpoint", kept);
    }

    private Verified confirmed(List<String> export, String kept) throws Exception {
        String policy = TrustPolicy.parse(History.POLICY).restored(SECOND);
        return Verified.under(policy, directory, History.under(policy, export), "--checkpoint", kept);
    }

    private String kept(String name, List<String> lines) throws IOException {
        return text(name, String.join("\n", lines) + "\n");
    }

    private String text(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
