package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.Witnesses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyWitnessesTest {

    private static final History STORY = History.story();
    private static final String POLICY = Fixtures.KEYS.policyLines() + Witnesses.TWO_OF_THREE;

    private final Path directory;

    VerifyWitnessesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void enough_witnesses_are_counted() {
        assertThat(cosigned(24, 0, 2).lines())
                .contains("witnesses=2/3")
                .last()
                .asString()
                .startsWith("VALID");
        assertThat(cosigned(24, 0, 1, 2).lines()).contains("witnesses=3/3");
    }

    @Test
    void too_few_witnesses_are_none() {
        assertThat(cosigned(24, 1).verdict()).isEqualTo("INVALID reason=quorum-missing");
        assertThat(cosigned(24).verdict()).isEqualTo("INVALID reason=quorum-missing");
    }

    @Test
    void a_cosignature_of_no_checkpoint_or_of_another_tree_is_refused() {
        assertThat(cosigned(23, 0, 1).verdict()).endsWith("reason=cosignature-without-checkpoint");
        List<String> other = file();
        other.add(new ExportLine.Cosigned(24, Witnesses.lines(STORY.at(16), 0, 1)).text());
        assertThat(Verified.export(directory, other).verdict()).endsWith("reason=bad-cosignature");
    }

    @Test
    void what_came_after_the_newest_checkpoint_that_enough_cosigned_is_said_to_be_unwitnessed() {
        List<String> file = new ArrayList<>(History.under(POLICY, STORY.whole()));
        file.add(new ExportLine.Cosigned(8, Witnesses.lines(STORY.at(8), 0, 1, 2)).text());
        Verified old = Verified.under(POLICY, directory, file);
        assertThat(old.lines()).contains("witnesses=3/3", "witnessed=8");
        assertThat(old.verdict()).startsWith("VALID size=24");
        assertThat(old.said()).hasLineCount(1).contains("at 8 leaves, and nothing after that", "24");
        assertThat(old.exit()).isEqualTo(2);
        file.add(new ExportLine.Cosigned(24, Witnesses.lines(STORY.at(24), 0, 1)).text());
        file.add(new ExportLine.Cosigned(16, Witnesses.lines(STORY.at(16), 0, 1, 2)).text());
        Verified newest = Verified.under(POLICY, directory, file);
        assertThat(newest.lines()).contains("witnesses=2/3", "witnessed=24");
        assertThat(newest.said()).isEmpty();
        assertThat(newest.exit()).isZero();
        file.set(file.size() - 2, new ExportLine.Cosigned(24, Witnesses.lines(STORY.at(24), 1)).text());
        assertThat(Verified.under(POLICY, directory, file).lines())
                .as("one of three is not enough")
                .contains("witnessed=16");
    }

    @Test
    void the_cosigned_tree_of_a_case_is_the_one_that_it_shows() {
        List<String> file = new ArrayList<>(History.under(POLICY, STORY.ofCase(2)));
        file.add(new ExportLine.Cosigned(24, Witnesses.lines(STORY.at(24), 0, 1)).text());
        assertThat(Verified.under(POLICY, directory, file).lines()).contains("witnesses=2/3", "witnessed=24");
    }

    @Test
    void a_policy_that_asks_for_none_is_content_with_what_there_is() {
        String policy = POLICY.replace("quorum most", "quorum none");
        List<String> file = new ArrayList<>(History.under(policy, STORY.whole()));
        assertThat(Verified.under(policy, directory, file).lines())
                .contains("witnesses=0/3")
                .noneMatch(line -> line.startsWith("witnessed="));
        file.add(new ExportLine.Cosigned(8, Witnesses.lines(STORY.at(8), 2)).text());
        Verified one = Verified.under(policy, directory, file);
        assertThat(one.lines()).contains("witnesses=1/3", "witnessed=8");
        assertThat(one.said()).isEmpty();
        assertThat(one.exit()).isZero();
    }

    private Verified cosigned(long size, int... witnesses) {
        List<String> file = file();
        file.add(new ExportLine.Cosigned(size, Witnesses.lines(STORY.newest(), witnesses)).text());
        return Verified.export(directory, file);
    }

    /** The story with the witnesses' policy instead of the one that its manifest names. */
    private static List<String> file() {
        List<String> file = new ArrayList<>(STORY.whole());
        file.set(2, new ExportLine.Policy(POLICY).text());
        file.remove(3);
        return file;
    }
}
