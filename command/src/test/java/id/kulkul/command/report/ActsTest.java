package id.kulkul.command.report;

import static id.kulkul.command.report.ReportAct.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActsTest {
    /**
     * What the procedure of the channel allows in each stage; an item may be opened in every one, and a note added
     * while there is one to come.
     */
    private static Stream<Arguments> procedure() {
        return Stream.of(
                allows(ReportStage.RECEIVED, ACKNOWLEDGE, REPLY, DECLARE_CONFLICT),
                allows(
                        ReportStage.TRIAGE,
                        ASK_REPORTER,
                        REPLY,
                        DECLINE,
                        START_INVESTIGATION,
                        HAND_OVER,
                        DECLARE_CONFLICT),
                allows(
                        ReportStage.CLARIFYING,
                        ASK_REPORTER,
                        REPLY,
                        DECLINE,
                        START_INVESTIGATION,
                        HAND_OVER,
                        DECLARE_CONFLICT),
                allows(ReportStage.DECLINED, ASK_REPORTER, REPLY, REOPEN, CLOSE, DECLARE_CONFLICT),
                allows(
                        ReportStage.INVESTIGATING,
                        ASK_REPORTER,
                        REPLY,
                        EXTEND_INVESTIGATION,
                        DRAFT_FINDINGS,
                        HAND_OVER,
                        GIVE_FEEDBACK,
                        DECLARE_CONFLICT),
                allows(
                        ReportStage.FINDINGS,
                        ASK_REPORTER,
                        REPLY,
                        CONFIRM_FINDINGS,
                        HAND_OVER,
                        GIVE_FEEDBACK,
                        DECLARE_CONFLICT),
                allows(ReportStage.FOLLOW_UP, ASK_REPORTER, REPLY, HAND_OVER, GIVE_FEEDBACK, DECLARE_CONFLICT),
                allows(ReportStage.HANDED_OVER, ASK_REPORTER, REPLY, GIVE_FEEDBACK, DECLARE_CONFLICT),
                allows(ReportStage.FEEDBACK_GIVEN, ASK_REPORTER, REPLY, GIVE_FEEDBACK, CLOSE, DECLARE_CONFLICT),
                allows(ReportStage.CLOSED));
    }

    private static Arguments allows(ReportStage stage, ReportAct... acts) {
        var all = EnumSet.of(OPEN_ITEM, acts);
        if (stage != ReportStage.CLOSED) all.add(ADD_NOTE);
        return Arguments.of(stage, all);
    }

    @ParameterizedTest
    @MethodSource("procedure")
    void a_stage_allows_what_the_procedure_says_and_nothing_else(ReportStage stage, Set<ReportAct> lawful) {
        for (var act : ReportAct.values())
            assertThat(act.isLawfulAt(stage)).as("%s in %s", act, stage).isEqualTo(lawful.contains(act));
    }

    @Test
    void the_stages_keep_the_codes_of_the_procedure() {
        assertThat(Stream.of(ReportStage.values()).map(ReportStage::code))
                .containsExactlyElementsOf(List.of("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "W9", "W10"));
    }
}
