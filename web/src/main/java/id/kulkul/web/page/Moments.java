package id.kulkul.web.page;

import id.kulkul.command.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes days and hours as people in Bali read them; the hour is the finest that the protected channel knows. */
public final class Moments {
    private Moments() {}

    /** Such as "24 November 2026". */
    public static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(day);
    }

    /** Such as "Selasa, 24 November 2026", for a day on which somebody waits or must act. */
    public static String weekday(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", language).format(day);
    }

    /** Such as "November 2026". */
    public static String month(Instant moment, Locale language) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", language)
                .withZone(TimeZones.WITA)
                .format(moment);
    }

    /** Such as "24 November 2026, pukul 15 WITA": the hour that began then. */
    public static String hour(Instant moment, Locale language) {
        String pattern =
                language.equals(Locale.ENGLISH) ? "d MMMM uuuu, H:00 'WITA'" : "d MMMM uuuu, 'pukul' H.00 'WITA'";
        return DateTimeFormatter.ofPattern(pattern, language)
                .withZone(TimeZones.WITA)
                .format(moment);
    }

    /** Such as "2026-11-24T15:00+08:00": the hour that began then, in Bali, as ISO 8601 writes it. */
    public static String sortable(Instant moment) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:00xxx", Locale.ROOT)
                .withZone(TimeZones.WITA)
                .format(moment);
    }

    /** Such as "24 November 2026, pukul 15.45.10 WITA", for moments that are public. */
    public static String minute(Instant moment, Locale language) {
        String pattern =
                language.equals(Locale.ENGLISH) ? "d MMMM uuuu, H:mm:ss 'WITA'" : "d MMMM uuuu, 'pukul' H.mm.ss 'WITA'";
        return DateTimeFormatter.ofPattern(pattern, language)
                .withZone(TimeZones.WITA)
                .format(moment);
    }
}
