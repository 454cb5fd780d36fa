package id.kulkul.query.report;

import id.kulkul.command.policy.Due;
import id.kulkul.command.report.ReportStage;

/** Where a case lies on one day: each case in exactly one pile. */
public enum Pile {
    /** A duty of an open case was not done by its last day. */
    LATE,
    /** Today is the last day of a duty. */
    DUE_TODAY,
    /** Nobody has taken it up, or nobody has been given what the reporter sent. */
    FRESH,
    /** Open, and none of the above. */
    RUNNING,
    CLOSED;

    static Pile of(InboxCard card) {
        if (card.stage() == ReportStage.CLOSED) return CLOSED;
        var clock = card.clock();
        var state = clock == null ? Due.State.RUNNING : clock.state();
        return switch (state) {
            case OVERDUE -> LATE;
            case DUE_TODAY -> DUE_TODAY;
            default -> card.stage() == ReportStage.RECEIVED || card.news() ? FRESH : RUNNING;
        };
    }
}
