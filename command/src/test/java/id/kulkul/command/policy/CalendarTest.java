package id.kulkul.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final WorkingCalendar BALI = Policies.calendar("bali-2026.1");
    /** A Sunday on which the cycle of 210 days begins: the first day of the week Sinta. */
    private static final LocalDate SINTA = LocalDate.of(2026, 4, 5);

    @Test
    void the_first_day_is_not_counted_and_weekends_are_skipped() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 2, 5), 1, BALI)).isEqualTo("2026-02-06");
        assertThat(WorkingDays.after(LocalDate.of(2026, 2, 6), 1, BALI)).isEqualTo("2026-02-09");
        assertThat(WorkingDays.after(LocalDate.of(2026, 2, 7), 1, BALI)).isEqualTo("2026-02-09");
        assertThat(WorkingDays.after(LocalDate.of(2026, 2, 6), 0, BALI)).isEqualTo("2026-02-06");
    }

    @Test
    void the_week_of_nyepi_and_eid_is_skipped_whole() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 3, 17), 1, BALI)).isEqualTo("2026-03-25");
        assertThat(WorkingDays.skipped(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 3, 25), BALI))
                .extracting(SkippedDay::key)
                .containsExactly(
                        "nyepi-leave",
                        "nyepi",
                        "eid-al-fitr-leave",
                        "eid-al-fitr",
                        "eid-al-fitr-second",
                        "eid-al-fitr-leave",
                        "eid-al-fitr-leave");
    }

    @Test
    void galungan_and_kuningan_stand_where_the_cycle_of_210_days_puts_them() {
        for (var holiday : BALI.holidays().values()) {
            var day = Math.floorMod(ChronoUnit.DAYS.between(SINTA, holiday.date()), 210);
            switch (holiday.key()) {
                case "galungan" -> assertThat(day).isEqualTo(73);
                case "kuningan" -> assertThat(day).isEqualTo(83);
                case "saraswati" -> assertThat(day).isEqualTo(209);
                case "pagerwesi" -> assertThat(day).isEqualTo(3);
                default -> {}
            }
        }
        assertThat(BALI.closedOn(LocalDate.of(2026, 6, 17)))
                .get()
                .extracting(SkippedDay::key)
                .isEqualTo("galungan");
    }

    @Test
    void every_holiday_names_its_source_and_says_that_it_is_unconfirmed() {
        assertThat(BALI.holidays().values()).hasSizeGreaterThan(60).allSatisfy(holiday -> {
            assertThat(holiday.source()).isNotBlank();
            assertThat(holiday.confirmed()).isFalse();
            assertThat(BALI.covers(holiday.date())).isTrue();
        });
    }

    @Test
    void a_day_in_bali_begins_at_sixteen_hours_of_the_day_before_in_utc() {
        assertThat(WorkingDays.dayOf(Instant.parse("2026-03-01T15:59:59Z"))).isEqualTo("2026-03-01");
        assertThat(WorkingDays.dayOf(Instant.parse("2026-03-01T16:00:00Z"))).isEqualTo("2026-03-02");
    }

    @Test
    void outside_its_years_a_calendar_knows_weekends_only() {
        assertThat(BALI.covers(LocalDate.of(2028, 1, 1))).isFalse();
        assertThat(LocalDate.of(2028, 12, 25).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(BALI.closedOn(LocalDate.of(2028, 12, 25))).isEmpty();
    }

    @Test
    void only_a_published_version_has_a_calendar_and_rules() {
        assertThatThrownBy(() -> Policies.calendar("bali-1999.1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Policies.rules("wbs-1999.1")).isEmpty();
        assertThat(Policies.rules("wbs-2026.1")).isPresent();
    }
}
