package id.kulkul.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.LogName;
import id.kulkul.query.audit.Marks;
import id.kulkul.web.clock.ClockWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoubtedMarkTest {
    private static final Marks MARKS = Marks.standard(LogName.WBS);
    private static final Instant LAST_MARK = Instant.parse("2026-11-27T14:45:00Z");
    private static final ClockWatch.Patience REAL =
            new ClockWatch.Patience(Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofDays(31));

    @Test
    void a_log_goes_on_at_once_although_the_last_event_tells_only_the_hour_in_which_it_was_stored() {
        Instant hourOfTheLastEvent = Instant.parse("2026-11-27T14:00:00Z");
        Instant threeDaysAhead = LAST_MARK.plus(Duration.ofDays(3));
        var watch = new ClockWatch(() -> threeDaysAhead, () -> 0, Optional.of(hourOfTheLastEvent), REAL, doubt -> {});
        Instant asked = MARKS.last(watch.forMarks());
        assertThat(asked).isBefore(LAST_MARK);
        assertThat(CheckpointSigner.onwards(asked, Optional.of(LAST_MARK), watch))
                .isEqualTo(LAST_MARK.plusSeconds(1));
    }

    @Test
    void a_clock_that_is_believed_signs_no_mark_twice() {
        var watch = new ClockWatch(() -> LAST_MARK.plusSeconds(5), () -> 0, Optional.of(LAST_MARK), REAL, doubt -> {});
        assertThat(CheckpointSigner.onwards(LAST_MARK, Optional.of(LAST_MARK), watch))
                .isEqualTo(LAST_MARK);
    }
}
