package id.kulkul.command.report;

/** What an investigation found. */
public enum Outcome {
    SUBSTANTIATED,
    PARTLY_SUBSTANTIATED,
    NOT_SUBSTANTIATED
}
