package id.kulkul.command.report;

/** Why an investigation needs its one extension. */
public enum ExtensionReason {
    COMPLEX_CASE,
    EVIDENCE_PENDING,
    EXPERT_NEEDED,
    OTHER_AGENCY_INVOLVED
}
