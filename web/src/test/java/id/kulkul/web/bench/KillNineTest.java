package id.kulkul.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillNineTest {
    @Test
    @Timeout(120)
    void a_process_that_is_killed_has_lost_nothing_that_it_acknowledged(@TempDir Path home) throws Exception {
        var acknowledged = KillNine.acknowledgedBeforeTheKill(home, 500);
        assertThat(acknowledged).isNotEmpty();
        assertThat(KillNine.missing(home, acknowledged)).isZero();
    }
}
