package id.kulkul.command.report;

/** How a report came to the protected channel; the stored names never change their meaning. */
public enum ReportOrigin {
    /** The reporter sent it. */
    OWN,
    /** Somebody of the office wrote it down for a person at the counter or on the telephone. */
    ASSISTED,
    /** It was an open complaint before. */
    BRIDGED
}
