package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.Rejection;
import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Octets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundedCommandBusTest {
    private final BoundedCommandBus bus = BoundedCommandBus.of(2);
    private final CommandGateway commands =
            DefaultCommandGateway.builder().commandBus(bus).build();

    @AfterEach
    void stop() {
        bus.shutdown();
    }

    @Test
    void a_command_runs_on_a_virtual_thread_of_its_own() {
        bus.subscribe("java.lang.String", command -> Thread.currentThread().isVirtual());
        assertThat(commands.<Boolean>sendAndWait("go")).isTrue();
    }

    @Test
    void beyond_its_places_the_bus_answers_at_once_that_it_is_busy_and_recovers() throws Exception {
        var hold = new CountDownLatch(1);
        bus.subscribe("java.lang.String", command -> {
            hold.await();
            return "done";
        });
        CompletableFuture<String> first = commands.send("one");
        CompletableFuture<String> second = commands.send("two");
        CompletableFuture<String> third = commands.send("three");
        assertThat(refusal(third)).isEqualTo("office/busy");
        hold.countDown();
        assertThat(first.get()).isEqualTo("done");
        assertThat(second.get()).isEqualTo("done");
        assertThat(commands.<String>sendAndWait("four")).isEqualTo("done");
    }

    /** Strangers may keep every place busy: the log is signed at its mark all the same. */
    @Test
    void the_signing_of_a_log_has_a_place_of_its_own() throws Exception {
        var hold = new CountDownLatch(1);
        bus.subscribe("java.lang.String", command -> {
            hold.await();
            return "done";
        });
        bus.subscribe(RecordCheckpoint.class.getName(), command -> "signed");
        CompletableFuture<String> first = commands.send("one");
        CompletableFuture<String> second = commands.send("two");
        assertThat(refusal(commands.send("three"))).isEqualTo("office/busy");
        assertThat(commands.<String>sendAndWait(checkpoint())).isEqualTo("signed");
        hold.countDown();
        assertThat(first.thenCombine(second, String::concat).get()).isEqualTo("donedone");
    }

    @Test
    void a_command_that_fails_gives_its_place_back() {
        bus.subscribe("java.lang.String", command -> {
            throw new IllegalStateException("as a test");
        });
        for (int i = 0; i < 5; i++) {
            CompletableFuture<String> failing = commands.send("go");
            assertThat(failing.handle((result, failure) -> failure).join()).isInstanceOf(IllegalStateException.class);
        }
    }

    private static RecordCheckpoint checkpoint() {
        return new RecordCheckpoint(
                new CheckpointsId(new UUID(1, 2)),
                0,
                "rekaan",
                0,
                0,
                Digest.ZERO,
                0,
                new UUID(3, 4),
                "",
                Octets.of(new byte[0]));
    }

    private static String refusal(CompletableFuture<String> command) {
        var failure = (CommandExecutionException)
                command.handle((result, thrown) -> thrown).join();
        return failure.<Rejection>getDetails().orElseThrow().code();
    }
}
