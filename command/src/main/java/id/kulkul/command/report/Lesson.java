package id.kulkul.command.report;

/** What the office learned when it closed a report. */
public enum Lesson {
    NONE,
    RULE_CHANGED,
    CONTROL_ADDED,
    SYSTEM_FIXED,
    STAFF_TRAINED
}
