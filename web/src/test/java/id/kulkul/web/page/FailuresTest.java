package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** What strangers make fail is counted by the hour, and nothing of it is written before. */
class FailuresTest {
    private static final String ID = "e212f00dfeedfacecafebeefdeadc0de";
    private static final Instant CAME = Instant.parse("2026-11-27T07:13:14.159Z");
    private static final Instant LATER = Instant.parse("2026-11-27T08:00:00.002Z");
    private static final Pattern FINER_THAN_AN_HOUR = Pattern.compile("T[0-9]{2}:(?!00:00Z)|07:13|14\\.159");

    private final Tally tally = new Tally(CAME);
    private final LoggerContext log = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final LibraryLines libraries = new LibraryLines(tally);

    private org.slf4j.Logger logger(String name) {
        if (!written.isStarted()) {
            written.addFilter(libraries);
            written.start();
            log.getLogger("ROOT").addAppender(written);
        }
        return log.getLogger(name);
    }

    @Test
    void an_hour_is_one_line_with_counts_and_without_times_ids_or_messages() {
        for (int i = 0; i < 3; i++)
            tally.add(IllegalStateException.class.getName() + Failures.where(new StackTraceElement[0]));
        tally.add(IOException.class.getName() + Failures.where(new IOException(ID).getStackTrace()));
        assertThat(tally.line(LATER)).hasValueSatisfying(line -> assertThat(line)
                .startsWith(
                        "Failed since 2026-11-27T07:00:00Z: 1 x java.io.IOException at id.kulkul.web.page.FailuresTest.")
                .endsWith("; 3 x java.lang.IllegalStateException")
                .doesNotContain(ID, "\n")
                .doesNotContainPattern(FINER_THAN_AN_HOUR));
    }

    @Test
    void a_refusal_is_counted_by_its_code() {
        Failures.note(new Refused(HttpStatus.SERVICE_UNAVAILABLE, "page/as-a-test"));
        assertThat(Failures.tally().line(LATER))
                .get()
                .asString()
                .contains("1 x id.kulkul.web.page.Refused page/as-a-test");
    }

    @Test
    void the_next_hour_counts_anew_and_an_hour_without_a_failure_has_no_line() {
        tally.add("first");
        tally.line(LATER);
        assertThat(tally.line(LATER)).isEmpty();
        tally.add("second");
        assertThat(tally.line(LATER)).hasValue("Failed since 2026-11-27T08:00:00Z: 1 x second");
    }

    @Test
    void strangers_cannot_make_the_line_as_long_as_they_like() {
        IntStream.range(0, 1_000).forEach(i -> tally.add("kind " + i));
        assertThat(tally.line(LATER)).hasValueSatisfying(line -> assertThat(line.split("; "))
                .hasSize(Tally.MOST_KINDS + 1)
                .contains((1_000 - Tally.MOST_KINDS) + " x others"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.axonframework.modelling.command.AbstractRepository",
                "org.axonframework.commandhandling.gateway.DefaultCommandGateway",
                "reactor.netty.http.server.HttpServerOperations",
                "io.netty.util.concurrent.DefaultPromise"
            })
    void what_a_library_would_write_while_strangers_are_served_is_counted(String library) {
        logger(library).warn("Exception occurred for aggregate [{}]", ID, new IOException(ID));
        logger(library).atError().setCause(new IOException(ID)).log("Command on {}", ID);
        assertThat(written.list).isEmpty();
        assertThat(tally.line(LATER)).hasValueSatisfying(line -> assertThat(line)
                .contains("1 x WARN of " + library + ", java.io.IOException at ")
                .contains("1 x ERROR of " + library + ", java.io.IOException at ")
                .doesNotContain(ID));
    }

    @Test
    void our_own_lines_are_written_and_those_of_libraries_again_when_nobody_is_served() {
        logger("id.kulkul.web.health.Reception").error("A store takes nothing");
        libraries.end();
        logger("org.springframework.boot").warn("The end");
        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("A store takes nothing", "The end");
        assertThat(tally.line(LATER)).isEmpty();
    }

    @Test
    void a_line_is_written_at_the_full_hour() {
        assertThat(CAME.plus(FailureHours.untilHour(CAME))).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
        assertThat(FailureHours.untilHour(Instant.parse("2026-11-27T08:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }
}
