package id.kulkul.command.report;

import static id.kulkul.command.report.ReportStage.*;

/** What may be done with a report and in which stages: the aggregate refuses everything else, a page offers nothing else. */
public enum ReportAct {
    ACKNOWLEDGE,
    ASK_REPORTER,
    REPLY,
    DECLINE,
    REOPEN,
    START_INVESTIGATION,
    EXTEND_INVESTIGATION,
    DRAFT_FINDINGS,
    CONFIRM_FINDINGS,
    HAND_OVER,
    GIVE_FEEDBACK,
    CLOSE,
    DECLARE_CONFLICT,
    OPEN_ITEM;

    /** Whether the stage allows the act; who may act is another question. */
    public boolean isLawfulAt(ReportStage stage) {
        return switch (this) {
            case ACKNOWLEDGE -> stage == RECEIVED;
            case ASK_REPORTER -> stage != RECEIVED && stage != CLOSED;
            case REPLY, DECLARE_CONFLICT -> stage != CLOSED;
            case DECLINE, START_INVESTIGATION -> stage == TRIAGE || stage == CLARIFYING;
            case REOPEN -> stage == DECLINED;
            case EXTEND_INVESTIGATION, DRAFT_FINDINGS -> stage == INVESTIGATING;
            case CONFIRM_FINDINGS -> stage == FINDINGS;
            case HAND_OVER -> stage == TRIAGE || stage == CLARIFYING || isExamined(stage);
            case GIVE_FEEDBACK -> isExamined(stage) || stage == HANDED_OVER || stage == FEEDBACK_GIVEN;
            case CLOSE -> stage == DECLINED || stage == FEEDBACK_GIVEN;
            case OPEN_ITEM -> true;
        };
    }

    private static boolean isExamined(ReportStage stage) {
        return stage == INVESTIGATING || stage == FINDINGS || stage == FOLLOW_UP;
    }
}
