package id.kulkul.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Marks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedTimesTest {
    private static final long SECOND = 1_000_000_000L;

    private final Lag lag = new Lag();
    private final Waiting waiting = new Waiting();

    @Test
    void whoever_is_up_to_date_has_no_lag() {
        assertThat(lag.at(5 * SECOND, 100, 100)).isZero();
        assertThat(lag.at(3_600 * SECOND, 100, 100)).isZero();
    }

    @Test
    void the_lag_is_the_age_of_the_oldest_look_that_saw_what_is_not_yet_shown() {
        lag.at(0, 10, 10);
        assertThat(lag.at(10 * SECOND, 12, 10)).isZero();
        assertThat(lag.at(20 * SECOND, 15, 10)).isEqualTo(Duration.ofSeconds(10));
        assertThat(lag.at(30 * SECOND, 15, 12)).isEqualTo(Duration.ofSeconds(10));
        assertThat(lag.at(40 * SECOND, 15, 15)).isZero();
    }

    @Test
    void one_that_follows_a_steady_stream_is_never_behind_for_long() {
        for (int second = 0; second < 7_200; second++)
            assertThat(lag.at(second * SECOND, 100L * second, Math.max(0, 100L * (second - 3))))
                    .isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_read_side_that_stands_still_is_behind_since_the_first_it_missed() {
        for (int second = 0; second <= 7_200; second++) lag.at(second * SECOND, 100L + second, 100);
        assertThat(lag.at(7_201 * SECOND, 10_000, 100)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void the_clock_of_the_machine_may_begin_anywhere() {
        long begin = Long.MAX_VALUE - SECOND;
        lag.at(begin, 2, 1);
        assertThat(lag.at(begin + 5 * SECOND, 2, 1)).isEqualTo(Duration.ofSeconds(5));
        waiting.at(begin, 0, age -> true);
        assertThat(waiting.at(begin + 5 * SECOND, 0, age -> true)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_log_waits_since_it_first_had_something_to_sign() {
        assertThat(waiting.at(100 * SECOND, 8, age -> false)).isZero();
        assertThat(waiting.at(900 * SECOND, 8, age -> false)).isZero();
        assertThat(waiting.at(910 * SECOND, 8, age -> true)).isEqualTo(Duration.ofSeconds(10));
        assertThat(waiting.at(990 * SECOND, 8, age -> true)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_checkpoint_ends_the_waiting_though_the_next_is_due_already() {
        waiting.at(0, 8, age -> true);
        assertThat(waiting.at(900 * SECOND, 8, age -> true)).isEqualTo(Duration.ofMinutes(15));
        assertThat(waiting.at(910 * SECOND, 16, age -> true)).isZero();
        assertThat(waiting.at(920 * SECOND, 16, age -> true)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_fresh_start_has_not_waited_yet() {
        assertThat(waiting.at(1_000_000 * SECOND, 8, age -> true)).isZero();
    }

    /**
     * The open log is signed at least hourly with the same size, so its size tells nothing of a heartbeat that is
     * missing.
     */
    @Test
    void a_missing_heartbeat_is_waited_for_though_there_is_nothing_new_to_sign() {
        Marks open = Marks.standard(LogName.OPEN);
        for (long second = 0; second < 3 * 3_600; second += 10)
            assertThat(heartbeat(open, second, second / 3_600)).isLessThanOrEqualTo(Duration.ofSeconds(10));
        for (long second = 3 * 3_600; second < 4 * 3_600; second += 10)
            assertThat(heartbeat(open, second, 2)).isLessThanOrEqualTo(Duration.ofSeconds(3_610));
        assertThat(heartbeat(open, 4 * 3_600, 2)).isEqualTo(Duration.ofSeconds(3_610));
        assertThat(heartbeat(open, 4 * 3_600 + 10, 3)).isZero();
    }

    private Duration heartbeat(Marks marks, long second, long mark) {
        return waiting.at(second * SECOND, mark, age -> marks.isDue(0, age));
    }
}
