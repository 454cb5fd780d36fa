package id.kulkul.web.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.query.audit.NotPublished;
import id.kulkul.web.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a start believes the stores that it finds, and what it says when it does not. */
class DifferenceTest {
    @TempDir
    Path folder;

    private Seen seen;
    private final Past past = new Past();

    @BeforeEach
    void noted() {
        seen = new Seen(folder);
        past.leaves.publishThrough(seen);
        past.report().report().sign();
    }

    private Difference found(Past now, String... missing) throws IOException {
        SortedSet<String> contents = new TreeSet<>(List.of(missing));
        return Difference.between(seen, now.started(), now.size(), contents);
    }

    @Test
    void the_newest_history_is_believed_with_or_without_what_came_after_its_last_mark() throws IOException {
        assertThat(found(past).isNone()).isTrue();
        assertThat(found(past.copy().report()).isNone()).isTrue();
        assertThat(found(past.copy().sign()).isNone()).isTrue();
    }

    @Test
    void an_older_copy_is_not() throws IOException {
        Past older = past.copy();
        past.report().sign();
        var difference = found(older);
        assertThat(difference.words())
                .isEqualTo(
                        "the log wbs has 8 leaves where 16 were signed; the history has 3 events where 5 were noted");
        assertThat(difference.lost()).hasSize(1);
        assertThat(new StoresDisagree(difference))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--kulkul.restored=" + difference.code())
                .hasMessageNotContaining("\n");
    }

    @Test
    void an_older_copy_that_has_gone_on_for_longer_is_not_either() throws IOException {
        Past older = past.copy();
        past.report().sign();
        older.report().sign().report().sign();
        assertThat(found(older).words()).isEqualTo("the log wbs holds another history than was signed at 16 leaves");
    }

    @Test
    void a_history_that_lacks_only_its_last_checkpoint_is_an_older_copy() throws IOException {
        Past before = new Past();
        before.leaves.publishThrough(seen);
        before.report().report();
        Past older = before.copy();
        before.sign();
        assertThat(found(older).words())
                .contains("the log wbs has 0 leaves where 8 were signed")
                .contains("2 events where 3 were noted");
    }

    @Test
    void nothing_is_no_history() throws IOException {
        assertThat(found(new Past()).words()).contains("has 0 leaves where 8 were signed");
    }

    @Test
    void a_lost_log_goes_on_in_the_next_origin_be_its_declaration_interrupted_or_not() throws IOException {
        Past older = past.copy();
        past.report().sign();
        var first = found(older);
        assertThat(successor(first)).isEqualTo(origin(2));
        older.declare(first);
        assertThat(older.started().origin(LogName.WBS)).isEqualTo(origin(2));
        var again = found(older);
        assertThat(successor(again)).isEqualTo(origin(2));
        assertThat(again.code()).isEqualTo(first.code());
    }

    @Test
    void what_the_new_origin_signed_is_noted_and_an_older_copy_of_before_does_not_sign_under_the_closed_one()
            throws IOException {
        Past older = past.copy();
        Past before = past.copy();
        past.report().sign();
        older.declare(found(older));
        seen.put(
                LogName.WBS,
                new Signed(origin(2), 8, older.leaves.root(LogName.WBS, 8).orElseThrow(), 0, older.size()));
        assertThat(found(older).isNone()).isTrue();
        older.leaves.publishThrough(seen);
        older.report().sign();
        assertThat(seen.of(LogName.WBS).orElseThrow().origin()).isEqualTo(origin(2));
        assertThat(found(older).isNone()).isTrue();
        var second = found(before);
        assertThat(second.lost()).hasSize(1);
        assertThat(successor(second)).isEqualTo(origin(3));
    }

    @Test
    void a_copy_of_before_the_declaration_is_another_history_even_where_nothing_was_signed_since() throws IOException {
        Past before = past.copy().report().report().report();
        Past older = past.copy();
        past.report().sign();
        older.declare(found(older));
        var root = older.leaves.root(LogName.WBS, 8).orElseThrow();
        seen.put(LogName.WBS, new Signed(origin(2), 8, root, 0, older.size()));
        var difference = found(before);
        assertThat(difference.lost()).hasSize(1);
        assertThat(difference.words())
                .isEqualTo("the log wbs does not hold what was signed at 8 leaves as " + origin(2));
        assertThat(successor(difference)).isEqualTo(origin(3));
    }

    private static LogOrigin origin(int generation) {
        return new LogOrigin(Past.TENANT, LogName.WBS, generation);
    }

    private static LogOrigin successor(Difference difference) {
        return difference.logs().getFirst().successor();
    }

    @Test
    void a_log_that_contradicts_its_own_checkpoint_is_damaged_and_not_older() throws IOException {
        Past spoilt = past.copy().spoil();
        assertThat(found(spoilt).logs()).isEmpty();
        assertThat(spoilt.leaves.damage(LogName.WBS).orElseThrow().isFatal()).isTrue();
    }

    @Test
    void contents_that_are_missing_are_told_until_they_are_declared_lost() throws IOException {
        var difference = found(past, "row 00", "row 01", "blob 00");
        assertThat(difference.words())
                .isEqualTo(
                        "2 rows of the vault that the history needs are missing; 1 ciphertexts that the history names are missing");
        seen.lose(difference.contents());
        assertThat(found(past, "row 00", "row 01", "blob 00").isNone()).isTrue();
        assertThat(found(past, "row 00", "row 02").contents()).containsExactly("row 02");
    }

    @Test
    void a_code_names_one_difference_and_the_event_of_its_declaration_changes_nothing() throws IOException {
        Past older = past.copy();
        past.report().sign();
        String code = found(older).code();
        assertThat(code).matches("[0-9a-f]{8}");
        assertThat(found(older.copy().report()).code()).isEqualTo(code);
        assertThat(found(older.copy().sign()).code()).isNotEqualTo(code);
        assertThat(found(older, "row 00").code()).isNotEqualTo(code);
    }

    @Test
    void what_was_noted_survives_and_a_torn_note_is_not_believed() throws IOException {
        var noted = new Seen(folder).of(LogName.WBS).orElseThrow();
        assertThat(noted.size()).isEqualTo(8);
        assertThat(noted.events()).isEqualTo(3);
        assertThat(past.leaves.root(LogName.WBS, 8)).contains(noted.root());
        assertThat(seen.of(LogName.OPEN)).isEmpty();
        String text = noted.text();
        for (String torn : List.of("", text.substring(0, text.length() - 1), text.replace("size 8", "size x")))
            assertThatThrownBy(() -> {
                        Files.writeString(folder.resolve("wbs"), torn);
                        seen.of(LogName.WBS);
                    })
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(folder.resolve("wbs").toString());
    }

    @Test
    void a_checkpoint_that_cannot_be_noted_is_not_shown() throws IOException {
        Files.createDirectory(folder.resolve("wbs.new"));
        Files.createFile(folder.resolve("wbs.new/in-the-way"));
        assertThatThrownBy(() -> past.report().sign()).isInstanceOf(NotPublished.class);
        assertThat(past.leaves.size(LogName.WBS)).isEqualTo(8);
        Files.delete(folder.resolve("wbs.new/in-the-way"));
        past.leaves.follow();
        assertThat(past.leaves.size(LogName.WBS)).isEqualTo(16);
        assertThat(seen.of(LogName.WBS).orElseThrow().size()).isEqualTo(16);
    }

    @Test
    void a_declaration_that_was_begun_is_known_until_it_is_ended() throws IOException {
        assertThat(seen.declaring()).isEmpty();
        seen.beginDeclaring("0badc0de");
        assertThat(new Seen(folder).declaring()).contains("0badc0de");
        seen.endDeclaring();
        assertThat(seen.declaring()).isEmpty();
    }
}
