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

    private Verified cosigned(long size, int... witnesses) {
        List<String> file = file();
        file.add(new ExportLine.Cosigned(size, Witnesses.lines(STORY.newest(), witnesses)).text());
        return Verified.export(directory, file);
    }

    /** The story with the witnesses' policy instead of the one that its manifest names. */
    private static List<String> file() {
        List<String> file = new ArrayList<>(STORY.whole());
        file.set(2, new ExportLine.Policy(Fixtures.KEYS.policyLines() + Witnesses.TWO_OF_THREE).text());
        file.remove(3);
        return file;
    }
}
