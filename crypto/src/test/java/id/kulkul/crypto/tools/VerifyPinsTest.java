package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.MerkleTree;
import id.kulkul.crypto.log.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thief of the log key tells the story anew; what somebody kept elsewhere gives the lie away. */
class VerifyPinsTest {

    private static final History TRUE = History.story();
    private static final History FORGED = forged();

    private final Path directory;

    VerifyPinsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** The same until the second report's refusal at leaf 17, which never happened here. */
    private static History forged() {
        History history = History.begun();
        history.event(3, "report-submitted", History.item(3, 0))
                .event(3, "report-declined")
                .event(2, "item-opened");
        return history.event(2, "item-opened").checkpoint(3);
    }

    @Test
    void nothing_in_the_file_itself_shows_a_forgery_with_the_true_key() {
        Verified verified = Verified.export(directory, FORGED.whole());
        assertThat(verified.exit()).isEqualTo(2);
        assertThat(verified.said()).contains("cannot be told from the true one");
    }

    @Test
    void a_kept_checkpoint_shows_it_after_the_last_size_that_agrees() throws IOException {
        String early = pin(TRUE.at(8));
        String middle = pin(TRUE.at(16));
        String late = pin(TRUE.newest());
        assertThat(pinned(FORGED, early, middle).lines()).contains("checkpoints=2");
        assertThat(pinned(FORGED, early, middle).exit()).isEqualTo(2);
        assertThat(pinned(FORGED, early, middle, late).verdict())
                .isEqualTo("INVALID index=16 reason=diverges-from-checkpoint to=23");
        assertThat(pinned(FORGED, late).verdict()).isEqualTo("INVALID index=0 reason=diverges-from-checkpoint to=23");
        assertThat(pinned(TRUE, early, middle, late).lines()).contains("checkpoints=3");
    }

    @Test
    void a_kept_receipt_names_its_leaf() throws IOException, InvalidEvidence {
        String receipt = file("receipt", TRUE.receipt(6).text());
        assertThat(pinned(FORGED, receipt).verdict()).isEqualTo("INVALID index=17 reason=diverges-from-receipt");
        assertThat(pinned(TRUE, receipt).exit()).isEqualTo(2);
    }

    @Test
    void an_earlier_export_names_the_first_leaf_that_differs() throws IOException {
        String earlier = file("earlier", String.join("\n", TRUE.whole()) + "\n");
        assertThat(pinned(FORGED, earlier).verdict()).isEqualTo("INVALID index=17 reason=diverges-from-earlier-export");
        assertThat(pinned(TRUE, earlier).exit()).isEqualTo(2);
    }

    @Test
    void no_earlier_export_is_dropped_for_a_longer_one() throws IOException {
        String longer = file("longer", String.join("\n", TRUE.whole()) + "\n");
        History altered = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(1, 0));
        String shorter = file(
                "shorter",
                String.join(
                                "\n",
                                altered.event(3, "report-submitted")
                                        .checkpoint(1)
                                        .whole()) + "\n");
        String expected = "INVALID index=1 reason=diverges-from-earlier-export";
        assertThat(pinned(TRUE, longer, shorter).verdict()).isEqualTo(expected);
        assertThat(pinned(TRUE, shorter, longer).verdict()).isEqualTo(expected);
        assertThat(pinned(TRUE, longer).lines()).contains("checkpoints=1");
    }

    @Test
    void an_earlier_export_of_a_case_is_compared_leaf_by_leaf_and_by_its_checkpoint() throws IOException {
        String second = ofCase(TRUE, 2);
        assertThat(pinned(FORGED, second).verdict()).isEqualTo("INVALID index=17 reason=diverges-from-earlier-export");
        assertThat(pinned(TRUE, second).lines()).contains("checkpoints=1");
        assertThat(pinned(FORGED, ofCase(TRUE, 1)).verdict())
                .isEqualTo("INVALID index=0 reason=diverges-from-checkpoint to=23");
        History shorter = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(1, 0));
        assertThat(pinned(shorter.checkpoint(1), ofCase(TRUE, 1)).exit()).isEqualTo(1);
    }

    @Test
    void the_checkpoint_of_the_empty_log_agrees_with_every_history() throws IOException {
        MerkleTree empty = new MerkleTree();
        String pin = pin(Fixtures.KEYS.sign(0, empty.root(0), Fixtures.MARK));
        assertThat(pinned(TRUE, pin).lines()).contains("checkpoints=1");
        String wrong = pin(Fixtures.KEYS.sign(0, TRUE.tree.root(8), Fixtures.MARK));
        assertThat(pinned(TRUE, wrong).verdict()).isEqualTo("INVALID index=0 reason=diverges-from-checkpoint");
    }

    @Test
    void a_history_that_became_shorter_is_refused() throws IOException {
        History shorter = new History(Fixtures.KEYS, true).event(1, "report-submitted", History.item(1, 0));
        assertThat(pinned(shorter.checkpoint(1), pin(TRUE.newest())).verdict())
                .isEqualTo("INVALID index=8 reason=shorter-than-checkpoint");
    }

    @Test
    void a_checkpoint_of_other_keys_or_another_log_does_not_vouch() throws IOException {
        SignedCheckpoint thief = Fixtures.THIEF.sign(24, TRUE.tree.root(24), Fixtures.MARK);
        assertThat(pinned(TRUE, pin(thief)).verdict()).isEqualTo("INVALID reason=checkpoint-not-of-this-log");
        LogKeys open = Fixtures.keys(new LogOrigin(Fixtures.TENANT, LogName.OPEN), 1);
        SignedCheckpoint other = open.sign(24, TRUE.tree.root(24), Fixtures.MARK);
        assertThat(pinned(TRUE, pin(other)).verdict()).isEqualTo("INVALID reason=checkpoint-not-of-this-log");
    }

    @Test
    void what_is_no_checkpoint_is_refused_in_one_sentence() throws IOException, InvalidEvidence {
        for (String text : List.of("", "x", "{", TRUE.newest().note().replace("\u2014", "-"))) {
            Verified verified = pinned(TRUE, file("bad", text));
            assertThat(verified.exit()).isEqualTo(2);
            assertThat(verified.lines()).isEmpty();
            assertThat(verified.said()).hasLineCount(1);
        }
        String receipt = TRUE.receipt(6).text().replace("\nindex 17\n", "\nindex 16\n");
        assertThat(pinned(TRUE, file("bad", receipt)).said()).hasLineCount(1);
    }

    private String ofCase(History history, int report) throws IOException {
        return file("case" + report, String.join("\n", history.ofCase(report)) + "\n");
    }

    private Verified pinned(History history, String... pins) {
        String[] options = new String[2 * pins.length];
        for (int i = 0; i < pins.length; i++) {
            options[2 * i] = "--checkpoint";
            options[2 * i + 1] = pins[i];
        }
        return Verified.export(directory, history.whole(), options);
    }

    private String pin(SignedCheckpoint checkpoint) throws IOException {
        return file("pin" + checkpoint.checkpoint().size(), checkpoint.note());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
