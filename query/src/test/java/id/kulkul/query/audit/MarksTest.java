package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

    private static final Marks WBS = Marks.standard(LogName.WBS);
    private static final Marks OPEN = Marks.standard(LogName.OPEN);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:00:00Z, 2026-11-24T08:15:00Z, 2026-11-24T08:00:10Z",
        "2026-11-24T08:14:59.999Z, 2026-11-24T08:15:00Z, 2026-11-24T08:15:00Z",
        "2026-11-24T23:59:59Z, 2026-11-25T00:00:00Z, 2026-11-25T00:00:00Z"
    })
    void the_next_mark_is_after_now(Instant now, Instant wbs, Instant open) {
        assertThat(WBS.next(now)).isEqualTo(wbs);
        assertThat(OPEN.next(now)).isEqualTo(open);
    }

    @Test
    void the_protected_log_grows_by_eights_whether_or_not_something_happened() {
        assertThat(WBS.isDue(0, WBS.every())).isTrue();
        assertThat(WBS.padding(0, 0)).isEqualTo(8);
        assertThat(WBS.padding(16, 1)).isEqualTo(7);
        assertThat(WBS.padding(16, 8)).isZero();
        assertThat(WBS.padding(16, 9)).isEqualTo(7);
    }

    @Test
    void the_open_log_grows_by_what_happened_only() {
        assertThat(OPEN.isDue(0, OPEN.every())).isFalse();
        assertThat(OPEN.isDue(1, OPEN.every())).isTrue();
        assertThat(OPEN.padding(3, 4)).isZero();
    }

    @Test
    void a_promise_names_an_hour_that_leaves_a_mark_to_spare() {
        long hour = Instant.parse("2026-11-24T08:00:00Z").getEpochSecond() / 3600;
        assertThat(WBS.hourDue(Instant.parse("2026-11-24T08:10:00Z"), Optional.empty()))
                .isEqualTo(hour);
        assertThat(WBS.hourDue(Instant.parse("2026-11-24T08:31:00Z"), Optional.of(Instant.EPOCH)))
                .isEqualTo(hour + 1);
    }

    @Test
    void the_open_log_is_signed_again_before_its_last_checkpoint_is_older_than_an_hour() {
        assertThat(OPEN.isDue(0, Duration.ofMinutes(59))).isFalse();
        assertThat(OPEN.isDue(0, Duration.ofHours(1).minusSeconds(10))).isFalse();
        assertThat(OPEN.isDue(0, Duration.ofHours(1).minusSeconds(9))).isTrue();
        assertThat(OPEN.isDue(0, Duration.ofDays(400))).isTrue();
        assertThat(OPEN.always().isDue(0, OPEN.every())).isTrue();
        assertThat(Marks.standard(LogName.BIDS).isDue(0, Duration.ofDays(400))).isFalse();
    }

    @Test
    void other_distances_leave_the_rest_as_it_is() {
        assertThat(OPEN.apart(Duration.ofSeconds(20))
                        .isDue(0, Duration.ofHours(1).minusSeconds(19)))
                .isTrue();
        assertThat(WBS.apart(Duration.ofSeconds(20)).padding(0, 1)).isEqualTo(7);
    }

    @Test
    void a_log_whose_last_mark_lies_ahead_of_the_clock_goes_on_a_second_after_it() {
        Instant now = Instant.parse("2026-11-24T08:10:00Z");
        Instant asked = WBS.last(now);
        Instant ahead = now.plus(Duration.ofDays(3));
        assertThat(Marks.onwards(asked, Optional.empty(), now)).isEqualTo(asked);
        assertThat(Marks.onwards(asked, Optional.of(asked.minusSeconds(900)), now))
                .isEqualTo(asked);
        assertThat(Marks.onwards(asked, Optional.of(now), now)).isEqualTo(asked);
        assertThat(Marks.onwards(asked, Optional.of(ahead), now)).isEqualTo(ahead.plusSeconds(1));
        assertThat(Marks.onwards(ahead.plusSeconds(900), Optional.of(ahead), now))
                .isEqualTo(ahead.plusSeconds(900));
    }

    @Test
    void a_promise_is_kept_by_marks_that_lie_ahead_of_the_clock() {
        Instant now = Instant.parse("2026-11-24T08:10:00Z");
        Instant ahead = Instant.parse("2026-11-27T08:59:59Z");
        Instant next = Marks.onwards(WBS.last(now), Optional.of(ahead), now);
        assertThat(WBS.hourDue(now, Optional.of(ahead)))
                .isGreaterThanOrEqualTo(next.getEpochSecond() / 3600)
                .isEqualTo(Instant.parse("2026-11-27T09:00:00Z").getEpochSecond() / 3600);
    }

    @Test
    void marks_are_whole_seconds() {
        assertThatThrownBy(() -> new Marks(Duration.ofMillis(1500), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Marks(Duration.ZERO, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Marks(Duration.ofSeconds(1), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
