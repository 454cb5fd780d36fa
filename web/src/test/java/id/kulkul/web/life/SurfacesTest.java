package id.kulkul.web.life;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.util.internal.OutOfDirectMemoryError;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

@Timeout(60)
class SurfacesTest {
    private static final String SECRET = "Budi mengambil semen";

    private final Ends ends = new Ends();

    @BeforeAll
    static void watch() {
        Surfaces.watch();
    }

    @AfterEach
    void close() {
        ends.close();
    }

    @Test
    void a_thread_that_nobody_waits_for() throws InterruptedException {
        Thread.ofPlatform().start(() -> fail(new OutOfMemoryError()));
        assertThat(ends.await()).isTrue();
    }

    @Test
    void a_virtual_thread() throws InterruptedException {
        Thread.ofVirtual().start(() -> fail(new InternalError()));
        assertThat(ends.await()).isTrue();
    }

    @Test
    void a_task_of_a_scheduler_of_reactor() throws InterruptedException {
        var unused = Schedulers.parallel().schedule(() -> fail(new OutOfMemoryError()));
        assertThat(ends.await()).isTrue();
    }

    @Test
    void an_operator_on_another_thread() throws InterruptedException {
        Flux.range(0, 3)
                .publishOn(Schedulers.boundedElastic())
                .map(number -> fail(new OutOfMemoryError()))
                .onErrorReturn("recovered")
                .subscribe();
        assertThat(ends.await()).isTrue();
    }

    @Test
    void an_operator_that_wraps_it() {
        Mono.just(1)
                .map(number -> fail(new CompletionException(new OutOfMemoryError())))
                .onErrorReturn("recovered")
                .subscribe();
        assertThat(ends.isEnded()).isTrue();
    }

    @Test
    void what_reactor_drops() {
        Operators.onErrorDropped(new OutOfMemoryError(), Context.empty());
        assertThat(ends.isEnded()).isTrue();
    }

    @Test
    void what_a_library_writes_to_a_log_that_is_switched_off() {
        Logger quiet = (Logger) LoggerFactory.getLogger("a.library");
        quiet.setLevel(Level.OFF);
        quiet.warn("It failed {} times", 3, new OutOfMemoryError());
        assertThat(ends.isEnded()).isTrue();
    }

    @Test
    void what_a_library_writes_to_its_log_without_values() {
        LoggerFactory.getLogger(ServerBootstrap.class).debug("It failed", new RuntimeException(new InternalError()));
        assertThat(ends.isEnded()).isTrue();
    }

    @Test
    void other_failures_end_nothing() throws InterruptedException {
        Thread thread = Thread.ofPlatform().start(() -> fail(new AssertionError(SECRET)));
        thread.join();
        Operators.onErrorDropped(new LinkageError(), Context.empty());
        LoggerFactory.getLogger("a.library").warn("It failed", new AssertionError());
        assertThat(Mono.just(1)
                        .map(number -> fail(new IllegalStateException()))
                        .onErrorReturn("recovered")
                        .block(Duration.ofSeconds(30)))
                .isEqualTo("recovered");
        assertThat(ends.isEnded()).isFalse();
    }

    @Test
    void the_one_line_says_what_and_where_and_nothing_of_the_message() {
        Logger log = (Logger) LoggerFactory.getLogger(Ending.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try {
            Ending.ifBroken(new IllegalStateException(SECRET, new OutOfMemoryError(SECRET)));
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list)
                .map(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("SurfacesTest"))
                .singleElement()
                .asString()
                .contains("java.lang.OutOfMemoryError", "SurfacesTest", "This process ends.")
                .doesNotContain(SECRET, "\n");
    }

    @Test
    void memory_outside_the_heap_counts_as_memory() {
        assertThat(VirtualMachineError.class).isAssignableFrom(OutOfDirectMemoryError.class);
    }

    @Test
    void a_process_whose_memory_is_exhausted_ends_with_its_own_code() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Exhausted.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isEqualTo(Ending.CODE);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A program that waits for ever while one of its threads takes all memory. */
    static final class Exhausted {
        private Exhausted() {}

        public static void main(String[] arguments) throws InterruptedException {
            Surfaces.watch();
            Thread.ofPlatform().daemon().start(() -> {
                var all = new java.util.ArrayList<byte[]>();
                while (!all.contains(null)) all.add(new byte[1 << 16]);
            });
            new CountDownLatch(1).await();
        }
    }

    private static <E extends Throwable> String fail(Throwable failure) throws E {
        @SuppressWarnings("unchecked")
        E thrown = (E) failure;
        throw thrown;
    }
}
