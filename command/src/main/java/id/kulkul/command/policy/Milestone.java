package id.kulkul.command.policy;

/**
 * What can start or end a legal clock of a protected report. The first time counts, but for a reopening, of which the last
 * one counts and which undoes the refusal before it.
 */
public enum Milestone {
    RECEIVED,
    ACKNOWLEDGED,
    DECLINED,
    REOPENED,
    INVESTIGATION_STARTED,
    INVESTIGATION_EXTENDED,
    FINDINGS_DRAFTED,
    FINDINGS_CONFIRMED,
    HANDED_OVER,
    FEEDBACK_GIVEN,
    CLOSED
}
