package id.kulkul.query.casework;

import id.kulkul.command.policy.Due;
import org.jspecify.annotations.Nullable;

/** Where a case lies on one day: each case in exactly one pile. */
public enum Pile {
    /** A duty of an open case was not done by its last day. */
    LATE,
    /** Today is the last day of a duty. */
    DUE_TODAY,
    /** Nobody has taken it up, or nobody has been given what its sender sent. */
    FRESH,
    /** Open, and none of the above. */
    RUNNING,
    CLOSED;

    static Pile of(Card card, @Nullable ClockRow urgent) {
        if (!card.open()) return CLOSED;
        var state = urgent == null ? Due.State.RUNNING : urgent.state();
        return switch (state) {
            case OVERDUE -> LATE;
            case DUE_TODAY -> DUE_TODAY;
            default -> card.untaken() || card.news() ? FRESH : RUNNING;
        };
    }
}
