package id.kulkul.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MissedMarkTest {
    @Test
    void a_mark_that_was_not_signed_is_tried_again_within_seconds_and_never_after_the_next() {
        assertThat(CheckpointSigner.pause(true, Duration.ofMinutes(15))).isLessThan(Duration.ofSeconds(10));
        assertThat(CheckpointSigner.pause(true, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(CheckpointSigner.pause(false, Duration.ofMinutes(15))).isEqualTo(Duration.ofMinutes(15));
    }
}
