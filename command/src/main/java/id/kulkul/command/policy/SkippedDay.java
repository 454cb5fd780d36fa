package id.kulkul.command.policy;

import java.time.LocalDate;

/** A day that a working-day clock did not count, and why, in both languages. */
public record SkippedDay(LocalDate date, String key, String indonesian, String english, boolean confirmed) {
    static SkippedDay of(Holiday holiday) {
        return new SkippedDay(
                holiday.date(), holiday.key(), holiday.indonesian(), holiday.english(), holiday.confirmed());
    }

    static SkippedDay weekend(LocalDate day) {
        return new SkippedDay(day, "weekend", "Akhir pekan", "Weekend", true);
    }
}
