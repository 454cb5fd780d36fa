package id.kulkul.command.policy;

/** What can start or end a legal clock of a protected report; a case reaches each of them at most once for its clocks. */
public enum Milestone {
    RECEIVED,
    ACKNOWLEDGED,
    DECLINED,
    INVESTIGATION_STARTED,
    INVESTIGATION_EXTENDED,
    FINDINGS_DRAFTED,
    FINDINGS_CONFIRMED,
    HANDED_OVER,
    FEEDBACK_GIVEN,
    CLOSED
}
