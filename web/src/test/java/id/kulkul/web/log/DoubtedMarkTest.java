package id.kulkul.web.log;

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
        Instant believed = watch.forMarks();
        assertThat(MARKS.last(believed)).isBefore(LAST_MARK);
        assertThat(Marks.onwards(MARKS.last(believed), Optional.of(LAST_MARK), believed))
                .isEqualTo(LAST_MARK.plusSeconds(1));
    }
}
