package id.kulkul.command.report;

/** Why a person must not read a report. */
public enum ConflictReason {
    NAMED_IN_REPORT,
    SUPERIOR_OF_NAMED,
    RELATIVE_OF_NAMED,
    OWN_INTEREST
}
