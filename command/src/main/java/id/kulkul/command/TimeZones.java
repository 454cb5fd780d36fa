package id.kulkul.command;

import java.time.ZoneId;

/** The time zone in which days begin and end. */
public final class TimeZones {
    /** Central Indonesia, UTC+8 all year. */
    public static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    private TimeZones() {}
}
