package id.kulkul.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static final String RECEIVED = "report-submitted";
    private static final String ACKNOWLEDGED = "report-acknowledged";
    private static final String DECLINED = "report-declined";
    private static final String REOPENED = "report-reopened";
    private static final String INVESTIGATION_STARTED = "investigation-started";
    private static final String INVESTIGATION_EXTENDED = "investigation-extended";
    private static final List<String> EVENTS = List.of(
            RECEIVED,
            ACKNOWLEDGED,
            DECLINED,
            REOPENED,
            INVESTIGATION_STARTED,
            INVESTIGATION_EXTENDED,
            "findings-drafted",
            "findings-confirmed",
            "report-handed-over",
            "feedback-given",
            "report-closed");
    private static final RuleSet RULES = Policies.inForce("wbs", LocalDate.of(2026, 11, 24));
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
        assertThat(Clocks.of(RULES, progress(Map.of(RECEIVED, MONDAY))))
                .extracting(Due::clock)
                .doesNotContain("triage");
    }

    @Test
    void the_next_duty_is_the_first_of_those_that_run_and_are_not_recorded() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var reached = new HashMap<String, Instant>();
            for (var event : EVENTS)
                if (random.nextBoolean()) reached.put(event, MONDAY.plusSeconds(random.nextInt(20_000_000)));
            var progress = progress(reached);
            if (random.nextBoolean()) progress = progress.afterMiss("triage").afterMiss("feedback");
            var recorded = progress.missed();
            assertThat(Clocks.nextDuty(RULES, progress))
                    .isEqualTo(Clocks.of(RULES, progress).stream()
                            .filter(due -> due.duty() && due.isRunning() && !recorded.contains(due.clock()))
                            .map(Due::by)
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
        assertThat(WorkingDays.dayOf(never.why().reached())).isEqualTo("2026-03-02");
        assertThat(WorkingDays.dayOf(never.why().from())).isEqualTo("2026-03-09");
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
        assertThat(open.at(Instant.parse("2026-03-08T02:00:00Z"))).isEqualTo(Due.State.RUNNING);
        assertThat(open.at(Instant.parse("2026-03-09T15:59:59Z"))).isEqualTo(Due.State.DUE_TODAY);
        assertThat(open.at(Instant.parse("2026-03-09T16:00:00Z"))).isEqualTo(Due.State.OVERDUE);
        assertThat(due("acknowledge", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, TUESDAY))
                        .at(Instant.parse("2026-12-01T02:00:00Z")))
                .isEqualTo(Due.State.DONE);
        var late = Instant.parse("2026-03-20T02:00:00Z");
        assertThat(due("acknowledge", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, late))
                        .at(Instant.parse("2026-12-01T02:00:00Z")))
                .isEqualTo(Due.State.DONE_LATE);
    }

    @Test
    void a_refusal_with_reasons_is_feedback_and_ends_triage() {
        var declined = Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, MONDAY, DECLINED, TUESDAY);
        assertThat(due("triage", declined).doneAt()).isEqualTo(TUESDAY);
        assertThat(due("feedback", declined).doneAt()).isEqualTo(TUESDAY);
    }

    @Test
    void a_reopening_starts_triage_and_feedback_anew() {
        var reopened = Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, MONDAY, REOPENED, TUESDAY);
        for (var clock :
                Map.of("triage", "2026-03-17", "feedback", "2026-06-03").entrySet()) {
            var due = due(clock.getKey(), reopened);
            assertThat(due.lastDay()).isEqualTo(clock.getValue());
            assertThat(due.doneAt()).isNull();
            assertThat(due.why().start()).isEqualTo(REOPENED);
        }
        assertThat(due("acknowledge", reopened).doneAt()).isEqualTo(MONDAY);
    }

    @Test
    void nothing_but_a_reopening_starts_a_clock_anew() {
        for (var rule : RULES.clocks()) {
            var again = Set.of("triage", "feedback").contains(rule.code());
            for (var event : EVENTS) assertThat(rule.restartsAt(event)).isEqualTo(again && event.equals(REOPENED));
        }
    }

    @Test
    void a_clock_explains_itself() {
        var why = due("triage", Map.of(RECEIVED, MONDAY, ACKNOWLEDGED, TUESDAY)).why();
        assertThat(why.start()).isEqualTo(ACKNOWLEDGED);
        assertThat(why.from()).isEqualTo(TUESDAY);
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

    private static Due due(String clock, Map<String, Instant> reached) {
        return Clocks.of(RULES, progress(reached)).stream()
                .filter(due -> due.clock().equals(clock))
                .findFirst()
                .orElseThrow();
    }

    /** In the order of their moments; of one moment in the order of the procedure. */
    private static Progress progress(Map<String, Instant> reached) {
        var progress = Progress.NONE;
        var inOrder = reached.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue()
                        .thenComparing(happened -> EVENTS.indexOf(happened.getKey())))
                .toList();
        for (var happened : inOrder) progress = progress.after(RULES, happened.getKey(), happened.getValue());
        return progress;
    }
}
