package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.Fixtures;
import id.kulkul.crypto.log.History;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.SignedCheckpoint;
import id.kulkul.crypto.log.Witnesses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What witnesses cosigned of a closed origin says nothing of the one in which the log goes on. */
class VerifyWitnessesRestoredTest {
    private static final LogOrigin SECOND = Fixtures.WBS.next();
    private static final History BEGUN = History.begun();
    private static final SignedCheckpoint CLOSED = BEGUN.at(16);
    private static final History RESTORED = History.begun()
            .restored(2)
            .event(7, "report-submitted", History.item(7, 0))
            .checkpoint(4);
    private static final History SAME = History.begun().restored(2).signedAgain(3);

    private final Path directory;

    VerifyWitnessesRestoredTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void the_new_origin_is_not_witnessed_by_what_was_cosigned_of_the_closed_one() {
        for (History log : List.of(RESTORED, SAME)) {
            Verified verified = verified(log, over(CLOSED));
            assertThat(verified.lines()).contains("witnesses=3/3", "witnessed=16");
            assertThat(verified.verdict()).startsWith("VALID");
            assertThat(verified.said())
                    .contains("Witnesses cosigned " + Fixtures.WBS + " at 16 leaves, and nothing after that");
            assertThat(verified.exit()).isEqualTo(2);
        }
    }

    @Test
    void nobody_believes_the_new_origin_before_it_is_cosigned() {
        assertThat(verified(RESTORED).verdict()).isEqualTo("INVALID reason=quorum-missing");
        Verified verified = verified(RESTORED, over(CLOSED), over(RESTORED.at(24)));
        assertThat(verified.lines()).contains("witnesses=3/3", "witnessed=24");
        assertThat(verified.said()).doesNotContain("cosigned");
        assertThat(verified.exit()).isZero();
    }

    @Test
    void both_origins_may_be_cosigned_at_one_size_and_in_either_order() {
        ExportLine second = over(SAME.at(16));
        for (List<ExportLine> lines : List.of(List.of(over(CLOSED), second), List.of(second, over(CLOSED)))) {
            Verified verified = verified(SAME, lines.toArray(ExportLine[]::new));
            assertThat(verified.lines()).contains("witnesses=3/3", "witnessed=16");
            assertThat(verified.exit()).isZero();
        }
    }

    private static ExportLine over(SignedCheckpoint checkpoint) {
        return new ExportLine.Cosigned(checkpoint.checkpoint().size(), Witnesses.lines(checkpoint, 0, 1, 2));
    }

    /** Under a policy that knows the witnesses and confirms the loss. */
    private Verified verified(History log, ExportLine... cosigned) {
        String policy = Fixtures.KEYS.in(SECOND).policyLines() + Witnesses.TWO_OF_THREE;
        List<String> file = new ArrayList<>(History.under(policy, log.whole()));
        for (ExportLine line : cosigned) file.add(line.text());
        return Verified.under(policy, directory, file);
    }
}
