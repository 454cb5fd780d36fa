package id.kulkul.web.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitedTest {
    @Test
    void what_came_is_returned_and_what_failed_is_thrown_as_it_is() {
        assertThat(Waited.of(CompletableFuture.completedFuture("came"))).isEqualTo("came");
        var refused = new Rejected(Absent.UNKNOWN);
        assertThatThrownBy(() -> Waited.of(CompletableFuture.failedFuture(refused)))
                .isSameAs(refused);
        var broken = new StackOverflowError();
        assertThatThrownBy(() -> Waited.of(CompletableFuture.failedFuture(broken)))
                .isSameAs(broken);
        assertThatThrownBy(() -> Waited.of(CompletableFuture.failedFuture(new IOException())))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void nobody_waits_for_ever() {
        assertThatThrownBy(() -> Waited.of(new CompletableFuture<>(), Duration.ZERO))
                .isInstanceOf(NotInTime.class);
    }
}
