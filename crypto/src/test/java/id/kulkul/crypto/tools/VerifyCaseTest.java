package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCaseTest {

    private static final int HEAD = 5;
    private static final History STORY = History.story();
    private static final List<String> CASE = STORY.ofCase(2);
    private static final int[] INDEX = {1, 3, 17, 18, 19};

    private final Path directory;

    VerifyCaseTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_case_is_valid_by_its_own_paths() {
        for (int report = 1; report <= 3; report++) {
            Verified verified = Verified.export(directory, STORY.ofCase(report));
            assertThat(verified.verdict())
                    .isEqualTo("VALID size=24 root=" + STORY.tree.root(24).hex());
            assertThat(verified.exit()).isEqualTo(2);
        }
    }

    @Test
    void an_edited_event_of_a_case_is_named() {
        for (int i = 0; i < INDEX.length; i++) {
            List<String> file = new ArrayList<>(CASE);
            file.set(
                    HEAD + i,
                    file.get(HEAD + i).replace("\"eventId\":\"000000000000e0", "\"eventId\":\"100000000000e0"));
            invalid(file, INDEX[i], "not-included");
        }
    }

    @Test
    void a_case_with_an_event_left_out_is_refused_where_the_next_one_stands() {
        List<String> first = new ArrayList<>(CASE);
        first.remove(HEAD);
        invalid(first, 3, "sequence-gap");
        for (int i = 1; i + 1 < INDEX.length; i++) {
            List<String> lost = new ArrayList<>(CASE);
            lost.remove(HEAD + i);
            invalid(lost, INDEX[i + 1], "sequence-gap");
        }
    }

    @Test
    void a_case_with_events_repeated_or_moved_or_of_another_case_is_refused() {
        List<String> repeated = new ArrayList<>(CASE);
        repeated.add(HEAD, CASE.get(HEAD));
        invalid(repeated, 2, "event-moved");
        List<String> moved = new ArrayList<>(CASE);
        Collections.swap(moved, HEAD + 1, HEAD + 2);
        invalid(moved, 17, "sequence-gap");
        List<String> mixed = new ArrayList<>(CASE);
        mixed.add(STORY.ofCase(3).getLast());
        invalid(mixed, 20, "event-moved");
        List<String> other = new ArrayList<>(CASE);
        other.set(HEAD, STORY.ofCase(1).get(HEAD));
        invalid(other, 3, "event-of-another-case");
    }

    @Test
    void a_case_without_its_checkpoint_or_its_events_is_refused() {
        List<String> bare = new ArrayList<>(CASE);
        bare.remove(HEAD - 1);
        invalid(bare, 0, "misplaced-line");
        assertThat(Verified.export(directory, CASE.subList(0, HEAD)).verdict())
                .isEqualTo("INVALID reason=event-missing");
    }

    private void invalid(List<String> file, long index, String reason) {
        Verified verified = Verified.export(directory, file);
        assertThat(verified.verdict()).startsWith("INVALID index=" + index + " reason=" + reason);
        assertThat(verified.exit()).isEqualTo(1);
    }
}
