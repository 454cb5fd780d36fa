package id.kulkul.command.policy;

import static id.kulkul.command.policy.Milestone.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static final RuleSet RULES = Policies.inForce(LocalDate.of(2026, 11, 24));
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T02:00:00Z");

    @Test
    void receipt_is_confirmed_within_seven_calendar_days() {
        assertThat(due("acknowledge", Map.of(RECEIVED, MONDAY)).lastDay()).isEqualTo("2026-03-09");
    }

    @Test
    void the_target_is_one_working_day_and_no_duty() {
        var target = due("acknowledge-target", Map.of(RECEIVED, MONDAY));
        assertThat(target.lastDay()).isEqualTo("2026-03-03");
        assertThat(target.duty()).isFalse();
    }

    @Test
    void triage_takes_ten_working_days_from_the_acknowledgement() {
        var triage = due("triage", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, TUESDAY));
        assertThat(triage.lastDay()).isEqualTo("2026-03-17");
        assertThat(Clocks.of(RULES, Map.of(RECEIVED, MONDAY)))
                .extracting(Due::clock)
                .doesNotContain("triage");
    }

    @Test
    void the_next_duty_is_the_first_of_those_that_run_and_are_not_recorded() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var reached = new EnumMap<Milestone, Instant>(Milestone.class);
            for (var milestone : Milestone.values())
                if (random.nextBoolean()) reached.put(milestone, MONDAY.plusSeconds(random.nextInt(20_000_000)));
            var recorded = random.nextBoolean() ? Set.of("triage", "feedback") : Set.<String>of();
            assertThat(Clocks.nextDuty(RULES, reached, recorded))
                    .isEqualTo(Clocks.of(RULES, reached).stream()
                            .filter(due -> due.duty() && due.doneOn() == null && !recorded.contains(due.clock()))
                            .map(Due::lastDay)
                            .min(Comparator.naturalOrder()));
        }
    }

    @Test
    void feedback_is_due_three_months_after_the_acknowledgement() {
        assertThat(due("feedback", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, TUESDAY))
                        .lastDay())
                .isEqualTo("2026-06-03");
    }

    @Test
    void without_an_acknowledgement_feedback_counts_from_day_seven() {
        var never = due("feedback", Map.of(RECEIVED, MONDAY));
        assertThat(never.lastDay()).isEqualTo("2026-06-09");
        assertThat(never.why().start()).isEqualTo(RECEIVED);
        assertThat(never.why().reached()).isEqualTo("2026-03-02");
        assertThat(never.why().from()).isEqualTo("2026-03-09");
        var late = Instant.parse("2026-03-20T02:00:00Z");
        assertThat(due("feedback", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, late)).lastDay())
                .isEqualTo("2026-06-09");
    }

    @Test
    void three_months_after_the_end_of_november_is_the_end_of_february() {
        var end = Instant.parse("2026-11-30T02:00:00Z");
        assertThat(due("feedback", Map.of(RECEIVED, end, ACKNOWLEDGED, end)).lastDay())
                .isEqualTo("2027-02-28");
    }

    @Test
    void an_extension_lengthens_the_investigation_once() {
        var plain = due("investigation", Map.of(RECEIVED, MONDAY, INVESTIGATION_STARTED, MONDAY));
        var longer = due(
                "investigation",
                Map.of(RECEIVED, MONDAY, INVESTIGATION_STARTED, MONDAY, INVESTIGATION_EXTENDED, TUESDAY));
        assertThat(plain.why().value()).isEqualTo(60);
        assertThat(longer.why().value()).isEqualTo(90);
        assertThat(longer.why().extended()).isTrue();
        assertThat(longer.lastDay()).isAfter(plain.lastDay());
    }

    @Test
    void the_state_of_a_clock_depends_on_the_day_of_the_question_only() {
        var open = due("acknowledge", Map.of(RECEIVED, MONDAY));
        assertThat(open.on(LocalDate.of(2026, 3, 8))).isEqualTo(Due.State.RUNNING);
        assertThat(open.on(LocalDate.of(2026, 3, 9))).isEqualTo(Due.State.DUE_TODAY);
        assertThat(open.on(LocalDate.of(2026, 3, 10))).isEqualTo(Due.State.OVERDUE);
        assertThat(due("acknowledge", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, TUESDAY))
                        .on(LocalDate.of(2026, 12, 1)))
                .isEqualTo(Due.State.DONE);
        var late = Instant.parse("2026-03-20T02:00:00Z");
        assertThat(due("acknowledge", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, late))
                        .on(LocalDate.of(2026, 12, 1)))
                .isEqualTo(Due.State.DONE_LATE);
    }

    @Test
    void a_refusal_with_reasons_is_feedback_and_ends_triage() {
        var declined = Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, MONDAY, DECLINED, TUESDAY);
        assertThat(due("triage", declined).doneOn()).isEqualTo("2026-03-03");
        assertThat(due("feedback", declined).doneOn()).isEqualTo("2026-03-03");
    }

    @Test
    void a_reopening_starts_triage_and_feedback_anew() {
        var reopened = Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, MONDAY, REOPENED, TUESDAY);
        for (var clock :
                Map.of("triage", "2026-03-17", "feedback", "2026-06-03").entrySet()) {
            var due = due(clock.getKey(), reopened);
            assertThat(due.lastDay()).isEqualTo(clock.getValue());
            assertThat(due.doneOn()).isNull();
            assertThat(due.why().start()).isEqualTo(REOPENED);
        }
        assertThat(due("acknowledge", reopened).doneOn()).isEqualTo("2026-03-02");
    }

    @Test
    void nothing_but_a_reopening_starts_a_clock_anew() {
        for (var rule : RULES.clocks()) {
            var again = Set.of("triage", "feedback").contains(rule.code());
            for (var milestone : Milestone.values())
                assertThat(rule.restartsAt(milestone)).isEqualTo(again && milestone == REOPENED);
        }
    }

    @Test
    void a_clock_explains_itself() {
        var why = due("triage", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, TUESDAY)).why();
        assertThat(why.start()).isEqualTo(ACKNOWLEDGED);
        assertThat(why.from()).isEqualTo("2026-03-03");
        assertThat(why.value()).isEqualTo(10);
        assertThat(why.unit()).isEqualTo(Unit.WORKING_DAYS);
        assertThat(why.skipped()).hasSize(4).allSatisfy(day -> assertThat(day.key())
                .isEqualTo("weekend"));
        assertThat(why.rules()).isEqualTo("wbs-2026.1");
        assertThat(why.calendar()).isEqualTo("bali-2026.1");
        assertThat(why.calendarReaches()).isTrue();
        assertThat(why.basis().confirmed()).isFalse();
    }

    @Test
    void a_clock_that_runs_beyond_the_calendar_says_so() {
        var late = Instant.parse("2027-12-28T02:00:00Z");
        assertThat(due("triage", Map.of(RECEIVED, late, ACKNOWLEDGED, late))
                        .why()
                        .calendarReaches())
                .isFalse();
    }

    private static Due due(String clock, Map<Milestone, Instant> reached) {
        return Clocks.of(RULES, reached).stream()
                .filter(due -> due.clock().equals(clock))
                .findFirst()
                .orElseThrow();
    }
}
