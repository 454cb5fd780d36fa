package id.kulkul.query.report;

import id.kulkul.command.Acted;
import id.kulkul.command.Coded;
import id.kulkul.command.EventNames;
import id.kulkul.command.report.ReportEvent;
import java.time.Instant;

/** One line of the history of a case: who did what, and the coded reason. */
final class Steps {
    private Steps() {}

    static CaseFile.Step of(ReportEvent event, Instant hour) {
        return new CaseFile.Step(EventNames.standard().of(event), Acted.by(event), Coded.code(event), hour);
    }
}
