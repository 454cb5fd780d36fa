package id.kulkul.web.clock;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.clock.ClockDoubt.Cause;
import id.kulkul.web.clock.ClockWatch.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockWatchTest {
    private static final Instant START = Instant.parse("2026-11-27T01:00:00Z");
    private static final Patience REAL = new Patience(Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofDays(31));

    private final List<String> told = new ArrayList<>();
    private Instant wall = START;
    private Duration counted = Duration.ofDays(900);
    private ClockWatch watch = watch(Optional.empty());

    private ClockWatch watch(Optional<Instant> stored) {
        return watch(stored, REAL);
    }

    private ClockWatch watch(Optional<Instant> stored, Patience patience) {
        told.clear();
        return new ClockWatch(
                () -> wall,
                () -> counted.toNanos(),
                stored,
                patience,
                doubt -> told.add(doubt.map(seen -> seen.cause().name()).orElse("BELIEVED")));
    }

    private void pass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minusSeconds(10)) {
            wall = wall.plusSeconds(10);
            counted = counted.plusSeconds(10);
            watch.look();
        }
    }

    private void jump(Duration by) {
        wall = wall.plus(by);
        watch.look();
    }

    @ParameterizedTest
    @CsvSource({"3500, JUMPED_AHEAD", "-3500, JUMPED_BACK", "120, JUMPED_AHEAD"})
    void a_clock_that_creeps_by_more_than_an_hour_in_a_day_is_in_doubt_for_as_long(int seconds, Cause seen) {
        pass(Duration.ofDays(1).plusHours(3));
        for (int look = 0; look < 300; look++) {
            pass(Duration.ofSeconds(10));
            jump(Duration.ofSeconds(seconds));
            if (Math.abs(seconds) * (look + 1) > 3 * 3_600)
                assertThat(watch.isCertain()).isFalse();
        }
        assertThat(told).isNotEmpty().containsOnly(seen.name());
        pass(Duration.ofHours(2));
        assertThat(watch.isCertain()).isTrue();
    }

    @Test
    void a_steady_clock_is_certain_and_sets_the_marks() {
        pass(Duration.ofDays(2));
        assertThat(watch.isCertain()).isTrue();
        assertThat(watch.forMarks()).isEqualTo(wall);
        assertThat(told).isEmpty();
    }

    @Test
    void a_step_or_a_drift_of_less_than_an_hour_a_day_is_no_doubt() {
        for (int day = 0; day < 50; day++) {
            jump(Duration.ofMinutes(50));
            pass(Duration.ofDays(1));
        }
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1H1S, JUMPED_AHEAD", "P3D, JUMPED_AHEAD", "-PT1H1S, JUMPED_BACK", "-P3D, JUMPED_BACK"})
    void after_a_jump_nothing_is_certain_until_an_hour_ran_steadily(Duration by, Cause cause) {
        jump(by);
        assertThat(watch.isCertain()).isFalse();
        assertThat(watch.doubt().orElseThrow().cause()).isEqualTo(cause);
        assertThat(watch.doubt().orElseThrow().known()).isEqualTo(START);
        pass(Duration.ofMinutes(59));
        assertThat(watch.isCertain()).isFalse();
        pass(Duration.ofMinutes(1));
        assertThat(watch.isCertain()).isTrue();
        assertThat(told).containsExactly(cause.name(), "BELIEVED");
    }

    @Test
    void a_second_jump_begins_the_hour_anew() {
        jump(Duration.ofDays(3));
        pass(Duration.ofMinutes(50));
        jump(Duration.ofDays(-3));
        pass(Duration.ofMinutes(59));
        assertThat(watch.isCertain()).isFalse();
        assertThat(told).containsExactly("JUMPED_AHEAD", "JUMPED_BACK");
    }

    @Test
    void a_machine_that_slept_wakes_up_in_doubt() {
        jump(Duration.ofHours(9)); // the counting clock slept, too
        assertThat(watch.isCertain()).isFalse();
    }

    @Test
    void a_program_that_was_held_up_is_not_in_doubt_since_both_clocks_went_on() {
        wall = wall.plus(Duration.ofHours(9));
        counted = counted.plusHours(9);
        assertThat(watch.isCertain()).isTrue();
    }

    @Test
    void marks_are_counted_on_from_what_was_known_and_follow_the_clock_after_twenty_minutes() {
        jump(Duration.ofDays(3));
        pass(Duration.ofMinutes(19));
        assertThat(watch.forMarks()).isEqualTo(START.plus(Duration.ofMinutes(19)));
        pass(Duration.ofMinutes(1));
        assertThat(watch.forMarks()).isEqualTo(wall);
        assertThat(watch.isCertain()).isFalse();
    }

    @Test
    void a_clock_that_was_ahead_for_a_moment_leaves_no_trace_in_the_marks() {
        jump(Duration.ofDays(3));
        pass(Duration.ofMinutes(2));
        jump(Duration.ofDays(-3));
        pass(Duration.ofMinutes(2));
        assertThat(watch.forMarks()).isEqualTo(wall).isEqualTo(START.plus(Duration.ofMinutes(4)));
    }

    @Test
    void a_clock_that_went_back_sets_no_mark_ahead_of_itself() {
        jump(Duration.ofDays(-3));
        assertThat(watch.forMarks()).isEqualTo(wall);
    }

    @Test
    void a_start_more_than_a_day_after_the_last_event_is_in_doubt() {
        Instant stored = START.minus(Duration.ofDays(1));
        watch = watch(Optional.of(stored));
        assertThat(watch.isCertain()).isTrue();
        watch = watch(Optional.of(stored.minusSeconds(1)));
        assertThat(watch.doubt().orElseThrow().cause()).isEqualTo(Cause.LONG_AFTER_LAST_EVENT);
        assertThat(watch.forMarks()).isEqualTo(stored.minusSeconds(1));
        pass(Duration.ofHours(1));
        assertThat(watch.isCertain()).isTrue();
    }

    @Test
    void a_start_before_the_last_event_is_in_doubt_and_the_time_that_follows_is_counted_from_that_event() {
        watch = watch(Optional.of(START.plusSeconds(30)));
        assertThat(watch.isCertain()).isTrue();
        Instant stored = START.plus(Duration.ofDays(20_000));
        watch = watch(Optional.of(stored));
        assertThat(watch.doubt().orElseThrow().cause()).isEqualTo(Cause.BEFORE_LAST_EVENT);
        assertThat(watch.forMarks()).isEqualTo(START);
        pass(Duration.ofMinutes(1));
        jump(Duration.ofDays(20_000).plusHours(2)); // somebody set the clock right
        assertThat(watch.forMarks()).isEqualTo(stored.plusSeconds(60));
        pass(Duration.ofHours(1));
        assertThat(watch.isCertain()).isTrue();
    }

    @Test
    void a_clock_years_ahead_is_never_believed_without_a_word() {
        watch = watch(Optional.of(START.minus(Duration.ofDays(3650))));
        pass(Duration.ofHours(5));
        assertThat(watch.isCertain()).isFalse();
        assertThat(watch.forMarks())
                .isEqualTo(START.minus(Duration.ofDays(3650)).plus(Duration.ofHours(5)));
        watch.confirm();
        assertThat(watch.isCertain()).isTrue();
        assertThat(watch.forMarks()).isEqualTo(wall);
        assertThat(told).containsExactly("LONG_AFTER_LAST_EVENT", "BELIEVED");
    }

    @Test
    void a_word_ends_a_doubt_at_once_and_says_nothing_without_one() {
        watch.confirm();
        assertThat(told).isEmpty();
        jump(Duration.ofDays(3));
        watch.confirm();
        assertThat(watch.isCertain()).isTrue();
        jump(Duration.ofDays(3));
        assertThat(watch.isCertain()).isFalse();
    }

    @Test
    void a_demonstration_sets_its_marks_at_once() {
        watch = watch(
                Optional.of(START.minus(Duration.ofDays(300))),
                new Patience(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(9999)));
        assertThat(watch.forMarks()).isEqualTo(START);
        assertThat(watch.isCertain()).isFalse();
        pass(Duration.ofHours(1));
        assertThat(watch.isCertain()).isTrue();
    }
}
