package id.kulkul.command.policy;

/** How a deadline counts: the day on which it starts is never counted. */
public enum Unit {
    CALENDAR_DAYS,
    WORKING_DAYS,
    MONTHS
}
