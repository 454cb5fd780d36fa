package id.kulkul.web.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.web.page.Requests;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
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

    @Test
    void an_act_that_nobody_acknowledges_in_time_may_be_done_and_one_that_is_refused_is_not() {
        assertThatThrownBy(() -> Acts.await(new CompletableFuture<>(), Duration.ZERO))
                .isInstanceOf(MaybeDone.class);
        var refused = new CommandExecutionException("no", null, Absent.UNKNOWN);
        assertThatThrownBy(() -> Acts.await(CompletableFuture.failedFuture(refused), Duration.ZERO))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void whoever_acted_is_told_to_look_before_doing_it_again() {
        assertThat(Requests.answered(new MaybeDone(new NotInTime(new TimeoutException()))))
                .startsWith("503")
                .endsWith("page/maybe-done");
    }
}
