package id.kulkul.command.report;

/** Why a report is not taken up; the reporter is told in a fixed phrase and in a sealed message. */
public enum DeclineReason {
    OUTSIDE_JURISDICTION,
    NO_INDICATION,
    TOO_LITTLE_TO_EXAMINE,
    ALREADY_HANDLED
}
