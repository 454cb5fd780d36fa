package id.kulkul.command.policy;

/** How a deadline counts: in days and months the day on which it starts is never counted, in hours every minute is. */
public enum Unit {
    HOURS,
    CALENDAR_DAYS,
    WORKING_DAYS,
    MONTHS
}
