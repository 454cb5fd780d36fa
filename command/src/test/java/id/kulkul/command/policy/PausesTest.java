package id.kulkul.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A clock that stands still, one of hours, and one that starts anew, by rules that no kind of case has. */
class PausesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static ClockRule rule(Unit unit, int value, @Nullable String restart) {
        return new ClockRule(
                "answer",
                true,
                false,
                "asked",
                null,
                restart,
                List.of("answered"),
                List.of(
                        new ClockRule.Pause("sent-back", List.of("completed", "withdrawn")),
                        new ClockRule.Pause("court-asked", List.of("court-answered"))),
                value,
                unit,
                null,
                new LegalBasis("Rekaan", "Fictional", false));
    }

    private static RuleSet rules(Unit unit, int value, @Nullable String restart) {
        return new RuleSet(
                "fixture",
                "fixture-1",
                LocalDate.EPOCH,
                "bali-2026.1",
                Map.of(),
                Map.of(),
                List.of(rule(unit, value, restart)));
    }

    private static Instant after(int days, int hours) {
        return MONDAY.plusSeconds(86_400L * days + 3_600L * hours);
    }

    private static Due due(RuleSet rules, Object... happened) {
        return Clocks.of(rules, progress(rules, happened)).getFirst();
    }

    private static Progress progress(RuleSet rules, Object... happened) {
        var progress = Progress.NONE.after(rules, "asked", MONDAY);
        for (var i = 0; i < happened.length; i += 2)
            progress = progress.after(rules, (String) happened[i], (Instant) happened[i + 1]);
        return progress;
    }

    @Test
    void hours_are_counted_to_the_minute_day_and_night() {
        var hours = rules(Unit.HOURS, 72, null);
        assertThat(due(hours).by()).isEqualTo(after(3, 0));
        assertThat(due(hours).at(after(2, 23))).isEqualTo(Due.State.DUE_TODAY);
        assertThat(due(hours).at(after(3, 0))).isEqualTo(Due.State.OVERDUE);
        assertThat(due(hours, "answered", after(2, 23)).at(after(9, 0))).isEqualTo(Due.State.DONE);
        assertThat(due(hours, "answered", after(3, 0)).at(after(9, 0))).isEqualTo(Due.State.DONE_LATE);
    }

    @Test
    void hours_that_a_clock_stood_still_come_after_its_end() {
        var hours = rules(Unit.HOURS, 72, null);
        assertThat(due(hours, "sent-back", after(1, 0), "completed", after(1, 5))
                        .by())
                .isEqualTo(after(3, 5));
        assertThat(due(hours, "sent-back", after(1, 0), "completed", after(1, 5), "sent-back", after(2, 0))
                        .by())
                .isEqualTo(after(3, 5));
    }

    @Test
    void days_go_on_to_be_counted_on_the_day_after_a_pause() {
        for (var unit : List.of(Unit.CALENDAR_DAYS, Unit.MONTHS)) {
            var plain = due(rules(unit, 5, null)).lastDay();
            var stood = due(rules(unit, 5, null), "sent-back", after(1, 0), "withdrawn", after(3, 0));
            assertThat(stood.lastDay()).isEqualTo(plain.plusDays(2));
        }
        var working = rules(Unit.WORKING_DAYS, 5, null);
        assertThat(due(working).lastDay()).isEqualTo("2026-03-09");
        var stood = due(working, "sent-back", after(1, 0), "completed", after(2, 0));
        assertThat(stood.lastDay()).isEqualTo("2026-03-10");
        assertThat(stood.why().pauses()).containsExactly(new Still(after(1, 0), after(2, 0)));
        assertThat(due(working, "sent-back", after(1, 0), "completed", after(1, 3))
                        .lastDay())
                .isEqualTo("2026-03-09");
    }

    @Test
    void a_day_on_which_a_clock_stood_still_is_not_told_a_second_time_as_a_day_off() {
        var working = rules(Unit.WORKING_DAYS, 5, null);
        var overWeekend = due(working, "sent-back", after(4, 0), "completed", after(7, 0));
        assertThat(overWeekend.lastDay()).isEqualTo("2026-03-10");
        assertThat(overWeekend.why().skipped()).isEmpty();
    }

    @Test
    void a_clock_that_stands_still_is_neither_late_nor_done() {
        for (var unit : Unit.values()) {
            var rules = rules(unit, 1, null);
            var still = due(rules, "sent-back", MONDAY.plusSeconds(60));
            assertThat(still.at(after(900, 0))).isEqualTo(Due.State.STANDING_STILL);
            assertThat(still.stillSince()).isEqualTo(MONDAY.plusSeconds(60));
            var progress = progress(rules, "sent-back", MONDAY.plusSeconds(60));
            assertThat(Clocks.nextDuty(rules, progress)).isEmpty();
            assertThat(progress.isRunning(rules, rules.clock("answer"))).isFalse();
            assertThat(progress.after(rules, "completed", after(5, 0)).isRunning(rules, rules.clock("answer")))
                    .isTrue();
        }
    }

    @Test
    void what_was_late_before_it_stopped_stays_late() {
        for (var unit : List.of(Unit.HOURS, Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS)) {
            var rules = rules(unit, 1, null);
            var by = due(rules).by();
            var late = due(rules, "sent-back", by, "completed", by.plusSeconds(86_400L * 9));
            assertThat(late.by()).isEqualTo(by);
            assertThat(due(rules, "sent-back", by).at(by)).isEqualTo(Due.State.OVERDUE);
            assertThat(Clocks.nextDuty(rules, progress(rules, "sent-back", by))).contains(by);
        }
    }

    @Test
    void pauses_that_overlap_are_one() {
        var hours = rules(Unit.HOURS, 72, null);
        assertThat(due(
                                hours,
                                "sent-back",
                                after(1, 0),
                                "court-asked",
                                after(1, 2),
                                "completed",
                                after(1, 4),
                                "court-answered",
                                after(1, 6))
                        .why()
                        .pauses())
                .containsExactly(new Still(after(1, 0), after(1, 6)));
    }

    @Test
    void what_stood_still_before_the_clock_began_counts_for_nothing() {
        var rules = rules(Unit.HOURS, 72, null);
        var before = Progress.NONE
                .after(rules, "sent-back", MONDAY.minusSeconds(7_200))
                .after(rules, "asked", MONDAY)
                .after(rules, "completed", MONDAY.plusSeconds(3_600));
        assertThat(Clocks.of(rules, before).getFirst().by()).isEqualTo(after(3, 1));
    }

    @Test
    void a_restart_forgets_what_ended_paused_and_missed_the_run_before_whatever_the_hours_say() {
        var rules = rules(Unit.HOURS, 72, "asked-again");
        var progress = progress(rules, "sent-back", MONDAY, "answered", MONDAY)
                .afterMiss("answer")
                .after(rules, "asked-again", MONDAY);
        var again = Clocks.of(rules, progress).getFirst();
        assertThat(again.doneAt()).isNull();
        assertThat(again.why().pauses()).isEmpty();
        assertThat(again.why().start()).isEqualTo("asked-again");
        assertThat(progress.missed()).isEmpty();
        assertThat(progress.isRunning(rules, rules.clock("answer"))).isTrue();
        assertThat(progress.after(rules, "answered", MONDAY).isRunning(rules, rules.clock("answer")))
                .isFalse();
    }

    @Test
    void an_event_that_means_nothing_to_any_clock_leaves_no_trace() {
        var rules = rules(Unit.HOURS, 72, null);
        assertThat(Progress.NONE.after(rules, "item-opened", MONDAY)).isEqualTo(Progress.NONE);
    }

    @Test
    void a_clock_that_has_not_begun_cannot_be_missed() {
        var rules = rules(Unit.HOURS, 72, null);
        assertThat(Progress.NONE.isRunning(rules, rules.clock("answer"))).isFalse();
    }
}
