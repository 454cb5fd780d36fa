package id.kulkul.query.report;

import id.kulkul.command.EventNames;
import id.kulkul.command.report.ReportEvent;
import id.kulkul.command.report.ReportEvent.*;
import id.kulkul.crypto.seal.Hex16;
import java.time.Instant;
import java.util.UUID;

/** One line of the history of a case: who did what, and the coded reason. */
final class Steps {
    private Steps() {}

    static CaseFile.Step of(ReportEvent event, Instant hour) {
        var name = EventNames.nameOf(event.getClass()).orElseThrow();
        return new CaseFile.Step(name, by(event), code(event), hour);
    }

    static UUID by(ReportEvent event) {
        return switch (event) {
            case ReportSubmitted submitted -> Hex16.ZERO;
            case ReporterReplied replied -> Hex16.ZERO;
            case DeadlineMissed missed -> Hex16.ZERO;
            case ReportAcknowledged acknowledged -> acknowledged.by();
            case ReporterAsked asked -> asked.by();
            case ItemOpened opened -> opened.by();
            case ReportDeclined declined -> declined.by();
            case ReportReopened reopened -> reopened.by();
            case InvestigationStarted started -> started.by();
            case InvestigationExtended extended -> extended.by();
            case FindingsDrafted drafted -> drafted.by();
            case FindingsConfirmed confirmed -> confirmed.by();
            case ReportHandedOver handed -> handed.by();
            case FeedbackGiven given -> given.by();
            case ReportClosed closed -> closed.by();
            case ConflictDeclared declared -> declared.by();
        };
    }

    private static String code(ReportEvent event) {
        return switch (event) {
            case ReportDeclined declined -> declined.reason().name();
            case InvestigationExtended extended -> extended.reason().name();
            case FindingsDrafted drafted -> drafted.outcome().name();
            case ReportHandedOver handed -> handed.authority().name();
            case ReportClosed closed -> closed.lesson().name();
            case ConflictDeclared declared -> declared.reason().name();
            case DeadlineMissed missed -> missed.clock();
            default -> "";
        };
    }

    /** The code that goes with the fixed phrase of the stage: only a refusal and a hand-over tell the reporter one. */
    static String phraseCode(ReportEvent event, String before) {
        return switch (event) {
            case ReportDeclined declined -> declined.reason().name();
            case ReportHandedOver handed -> handed.authority().name();
            case ReportReopened reopened -> "";
            default -> before;
        };
    }
}
