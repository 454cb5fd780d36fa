package id.kulkul.query.report;

import id.kulkul.query.casework.Answers;
import id.kulkul.query.casework.CaseKind;
import id.kulkul.query.casework.Projection;
import java.util.List;

/** Protected reports, as the read side knows a kind of case. */
public final class ReportKind {
    /** What it brings. */
    public static final CaseKind KIND = new CaseKind(
            CaseFile.KIND,
            new Projection<>(ReportBoard.GROUP, ReportBoard.class, ReportBoard::new),
            from -> new ReportDiscretion(from.store(), from.posts(), from.events()),
            from -> new CaseReplay(from.events(), from.posts()),
            List.of(
                    new Answers<>(
                            ReportAnswers.class, from -> new ReportAnswers(from.store(), from.posts(), from.events())),
                    new Answers<>(
                            Asides.class,
                            from -> new Asides(from.store(), from.posts(), from.inboxes(), from.events()))));

    private ReportKind() {}
}
