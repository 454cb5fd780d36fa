package id.kulkul.command.report;

import id.kulkul.command.report.ReportEvent.*;

/** Where a protected report stands, under the code that the procedure of the channel gives the stage. */
public enum ReportStage {
    RECEIVED("W1"),
    TRIAGE("W2"),
    CLARIFYING("W3"),
    DECLINED("W4"),
    INVESTIGATING("W5"),
    FINDINGS("W6"),
    FOLLOW_UP("W7"),
    HANDED_OVER("W8"),
    FEEDBACK_GIVEN("W9"),
    CLOSED("W10");

    private final String code;

    ReportStage(String code) {
        this.code = code;
    }

    /** The stable code of the stage, W1 to W10. */
    public String code() {
        return code;
    }

    /** The stage after an event, whatever the case was before its first one. */
    public static ReportStage after(ReportStage before, ReportEvent event) {
        return switch (event) {
            case ReportSubmitted submitted -> RECEIVED;
            case ReportAcknowledged acknowledged -> TRIAGE;
            case ReporterAsked asked -> before == TRIAGE ? CLARIFYING : before;
            case ReporterReplied replied -> before == CLARIFYING ? TRIAGE : before;
            case ReportDeclined declined -> DECLINED;
            case ReportReopened reopened -> TRIAGE;
            case InvestigationStarted started -> INVESTIGATING;
            case FindingsDrafted drafted -> FINDINGS;
            case FindingsConfirmed confirmed -> FOLLOW_UP;
            case ReportHandedOver handed -> HANDED_OVER;
            case FeedbackGiven given -> before.afterFeedback();
            case ReportClosed closed -> CLOSED;
            case InvestigationExtended extended -> before;
            case ItemOpened opened -> before;
            case ConflictDeclared declared -> before;
            case NoteAdded added -> before;
            case DeadlineMissed missed -> before;
        };
    }

    /** Feedback during an investigation is a word in between; the one after it concludes. */
    private ReportStage afterFeedback() {
        return this == INVESTIGATING || this == FINDINGS ? this : FEEDBACK_GIVEN;
    }
}
