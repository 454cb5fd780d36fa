package id.kulkul.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.kulkul.command.sealed.Note;
import id.kulkul.command.sealed.Sealing;
import id.kulkul.crypto.bytes.Digest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an act says of itself is what its command takes. */
class ReportActTest {
    private static final ReportId REPORT = new ReportId(new UUID(1, 1));
    private static final UUID BY = new UUID(2, 2);
    private static final Sealing SEALING = new Sealing(BY, BY, 1, Digest.ZERO, 0, List.of(BY), 0, 0);

    private static final Note NOTE = new Note(SEALING, Samples.note(400, 0));

    @ParameterizedTest
    @EnumSource
    void an_act_that_is_offered_has_one_command_for_each_of_its_codes(ReportAct act) {
        List<String> codes = act.codes().isEmpty() ? List.of("") : act.codes();
        for (String code : codes) {
            if (act.isOffered() && act.isSealed())
                assertThat(act.command(REPORT, BY, code, SEALING, List.of()).report())
                        .isEqualTo(REPORT);
            else if (act.isOffered() && act.takesNote())
                assertThat(act.noted(REPORT, BY, code, NOTE).report()).isEqualTo(REPORT);
            else if (act.isOffered())
                assertThat(act.command(REPORT.value(), BY, code).report()).isEqualTo(REPORT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_code_of_another_act_makes_no_command(ReportAct act) {
        if (act.codes().isEmpty()) return;
        assertThat(act.codes()).doesNotContain("ELSEWHERE").doesNotHaveDuplicates();
        assertThatIllegalArgumentException().isThrownBy(() -> act.command(REPORT.value(), BY, "ELSEWHERE"));
        assertThatIllegalArgumentException().isThrownBy(() -> act.command(REPORT, BY, "ELSEWHERE", SEALING, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_is_never_left_out_nor_sent_with_an_act_that_carries_none(ReportAct act) {
        String code = act.codes().isEmpty() ? "" : act.codes().getFirst();
        if (!act.takesNote()) assertThatIllegalArgumentException().isThrownBy(() -> act.noted(REPORT, BY, code, NOTE));
        if (act.isSealed() || !act.isOffered() || act == ReportAct.ADD_NOTE)
            assertThatIllegalArgumentException().isThrownBy(() -> act.command(REPORT.value(), BY, code));
        if (!act.isSealed())
            assertThatIllegalArgumentException().isThrownBy(() -> act.command(REPORT, BY, code, SEALING, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_was_done_with_a_report_is_undone(ReportAct act) {
        assertThat(act.undoable()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> act.undoing(REPORT.value(), BY, Instant.EPOCH));
    }
}
