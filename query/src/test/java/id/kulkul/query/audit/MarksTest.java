package id.kulkul.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.log.LogName;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(WBS.isDue(0)).isTrue();
        assertThat(WBS.padding(0, 0)).isEqualTo(8);
        assertThat(WBS.padding(16, 1)).isEqualTo(7);
        assertThat(WBS.padding(16, 8)).isZero();
        assertThat(WBS.padding(16, 9)).isEqualTo(7);
    }

    @Test
    void the_open_log_grows_by_what_happened_only() {
        assertThat(OPEN.isDue(0)).isFalse();
        assertThat(OPEN.isDue(1)).isTrue();
        assertThat(OPEN.padding(3, 4)).isZero();
    }

    @Test
    void a_promise_names_an_hour_that_leaves_a_mark_to_spare() {
        long hour = Instant.parse("2026-11-24T08:00:00Z").getEpochSecond() / 3600;
        assertThat(WBS.hourDue(Instant.parse("2026-11-24T08:10:00Z"))).isEqualTo(hour);
        assertThat(WBS.hourDue(Instant.parse("2026-11-24T08:31:00Z"))).isEqualTo(hour + 1);
    }

    @Test
    void marks_are_whole_seconds() {
        assertThatThrownBy(() -> new Marks(Duration.ofMillis(1500), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Marks(Duration.ZERO, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Marks(Duration.ofSeconds(1), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
