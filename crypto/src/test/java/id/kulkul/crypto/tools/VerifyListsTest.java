package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator has the keys of the logs, but not those of the root, and wants a list of its own to be believed. */
class VerifyListsTest {

    private static final int LIST = 3;
    private static final History ROGUE = sealedUnder(Digest.sha256());

    private final Path directory;

    VerifyListsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static History sealedUnder(Digest list) {
        return new History(Fixtures.KEYS, true)
                .event(1, "report-submitted", History.item(1, 0, list))
                .checkpoint(1);
    }

    @Test
    void a_report_sealed_under_a_list_that_the_root_never_signed_is_refused() {
        invalid(ROGUE.whole(), 0, "unknown-manifest");
        invalid(ROGUE.ofCase(1), 0, "unknown-manifest");
    }

    @Test
    void it_stays_refused_where_the_true_list_is_moved_behind_it() {
        for (List<String> file : List.of(ROGUE.whole(), ROGUE.ofCase(1))) {
            for (int behind = LIST + 2; behind <= file.size(); behind++) {
                assertThat(Verified.anchored(directory, moved(file, LIST, behind))
                                .exit())
                        .isEqualTo(1);
            }
        }
        invalid(moved(ROGUE.whole(), LIST, 6), 0, "unknown-manifest");
    }

    @Test
    void it_stays_refused_where_the_true_list_is_left_out() {
        for (List<String> file : List.of(ROGUE.whole(), ROGUE.ofCase(1))) {
            List<String> without = new ArrayList<>(file);
            without.remove(LIST);
            invalid(without, 0, "unknown-manifest");
        }
    }

    @Test
    void whose_keys_count_is_said_before_the_first_event_and_the_first_checkpoint() {
        History story = History.story();
        for (List<String> file : List.of(story.whole(), story.ofCase(2))) {
            for (int line = 1; line <= LIST; line++) {
                assertThat(Verified.export(directory, moved(file, line, file.size()))
                                .exit())
                        .isEqualTo(1);
                List<String> repeated = new ArrayList<>(file);
                repeated.add(file.get(line));
                assertThat(Verified.export(directory, repeated).verdict()).endsWith("reason=misplaced-line");
            }
        }
    }

    /** Every list stands at the front of an export, also one that was published in the middle of the log's life. */
    @Test
    void a_list_published_later_is_known() {
        History later = History.story()
                .event(4, "report-submitted", History.item(4, 0, History.digest(History.LATER_MANIFEST)))
                .checkpoint(4);
        for (List<String> file : List.of(later.whole(), later.ofCase(4), later.ofCase(1))) {
            file.add(LIST + 1, History.signed(History.LATER_MANIFEST));
            assertThat(Verified.anchored(directory, file).verdict()).startsWith("VALID size=32 ");
        }
        invalid(later.whole(), 24, "unknown-manifest");
    }

    private static List<String> moved(List<String> file, int from, int behind) {
        List<String> moved = new ArrayList<>(file);
        moved.add(behind - 1, moved.remove(from));
        return moved;
    }

    private void invalid(List<String> file, long index, String reason) {
        Verified verified = Verified.anchored(directory, file);
        assertThat(verified.verdict()).isEqualTo("INVALID index=" + index + " reason=" + reason);
        assertThat(verified.exit()).isEqualTo(1);
    }
}
