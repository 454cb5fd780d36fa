package id.kulkul.web.health;

import static id.kulkul.web.health.FailingOffice.ANSWER;
import static id.kulkul.web.health.FailingOffice.TEXT;
import static id.kulkul.web.health.FailingOffice.await;
import static id.kulkul.web.health.FailingOffice.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.clock.Sweeper;
import id.kulkul.web.store.HoldingsRounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An office whose parts die one after the other while it runs. */
@Timeout(120)
@Isolated("another application that ends in this process takes the loops of its server with it")
class HalfDeadTest {
    private static FailingOffice office;
    private static ListAppender<ILoggingEvent> lines;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        office = new FailingOffice(folder);
        lines = new ListAppender<>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(Reception.class)).addAppender(lines);
    }

    @AfterEach
    void heal() {
        office.heal();
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(Reception.class)).detachAppender(lines);
        office.close();
    }

    @Test
    void an_operator_is_told_ages_and_room_and_nothing_of_a_report() throws Exception {
        await("a state file", () -> Files.exists(office.home().resolve("data/health.json")));
        String file = Files.readString(office.home().resolve("data/health.json"));
        JsonNode kept = new JsonMapper().readTree(file);
        assertThat(kept.propertyNames())
                .containsExactlyInAnyOrder(
                        "well",
                        "receives",
                        "readSideBehindSeconds",
                        "logs",
                        "contents",
                        "roomBytes",
                        "roomForTexts",
                        "stores",
                        "restarts");
        assertThat(kept.at("/logs/wbs").propertyNames()).contains("late");
        assertThat(file).doesNotContainPattern("[0-9a-f]{16}");
        await("a healthy port", () -> office.health().statusCode() == 200);
        assertThat(office.health().body())
                .contains("\"well\":true", "\"checkpointAgeSeconds\"", "\"roomBytes\"")
                .doesNotContain(office.home().toString());
    }

    @Test
    void what_is_taken_away_or_changed_while_the_office_runs_is_told_until_it_is_put_back() throws Exception {
        await("a healthy port", () -> office.health().statusCode() == 200);
        assertThat(office.submit().statusCode()).isEqualTo(200);
        await("a settled ciphertext", () -> settled().isPresent());
        Path ciphertext = settled().orElseThrow();
        byte[] whole = Files.readAllBytes(ciphertext);
        Files.delete(ciphertext);
        await("what is missing is told", () -> office.health().body().contains("\"missingCiphertexts\":1"));
        Files.write(ciphertext, new byte[whole.length]);
        await("what was changed is told", () -> office.health().body().contains("\"alteredCiphertexts\":1"));
        await("it is not well", () -> office.health().statusCode() == 503);
        assertThat(office.health().body()).contains("\"well\":false", "\"missingCiphertexts\":0");
        assertThat(office.bean(Banner.class).troubles()).contains("damaged");
        assertThat(contents(Locale.of("id"))).contains("pada isi tersegel 0 tidak ada dan 1 berubah");
        assertThat(contents(Locale.of("en"))).contains("of the sealed contents 0 are missing and 1 changed");
        await("reports are received", () -> office.get("/lapor").statusCode() == 200);
        Files.write(ciphertext, whole);
        await("a healthy port", () -> office.health().statusCode() == 200);
        assertThat(contents(Locale.of("id"))).doesNotContain("notice");
    }

    /** A ciphertext in its place for good. */
    private static Optional<Path> settled() {
        try (var files = Files.find(office.home().resolve("data/blobs"), 2, HalfDeadTest::isSettled)) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSettled(Path file, BasicFileAttributes attributes) {
        String folder = String.valueOf(file.getName(file.getNameCount() - 2));
        return attributes.isRegularFile() && folder.matches("[0-9a-f]{2}");
    }

    /** As the auditor's page words what was found. */
    private static String contents(Locale language) {
        var words = new Context(language);
        words.setVariable("contents", office.bean(HoldingsRounds.class).damage());
        return office.bean(ISpringTemplateEngine.class).process("audit/parts", Set.of("contents"), words);
    }

    @Test
    void the_port_of_an_operator_shows_nothing_else() {
        for (String other : List.of("/env", "/beans", "/shutdown", "/heapdump", "/threaddump", "/lapor", "/kerja"))
            assertThat(office.ofOperator(other).statusCode()).as(other).isIn(401, 404);
        assertThat(office.get("/health").statusCode()).isEqualTo(404);
    }

    @Test
    void an_error_in_the_signer_is_followed_by_the_checkpoint_of_that_mark() {
        long size = office.leaves().size(LogName.WBS);
        int before = office.restarts("checkpoints-wbs");
        office.unsigned.set(new AssertionError(TEXT));
        await("the signer begun again", () -> office.restarts("checkpoints-wbs") > before);
        await("a checkpoint after it", () -> office.leaves().size(LogName.WBS) > size);
        assertThat(office.get("/lapor").statusCode()).isEqualTo(200);
    }

    @Test
    void an_error_in_the_sweeper_is_followed_by_another_sweep() {
        office.unswept.set(new LinkageError(TEXT));
        office.bean(Sweeper.class).start();
        await("the sweeper begun again", () -> office.restarts("sweeper") == 1);
        assertThat(office.bean(Sweeper.class).sweep().blockOptional(Duration.ofSeconds(30)))
                .isEmpty();
    }

    @Test
    void an_error_in_a_projection_loses_no_acknowledged_report() {
        office.unread.set(new AssertionError(TEXT));
        assertThat(office.submit().statusCode()).isEqualTo(200);
        await("the projection begun again", () -> office.restarts(ReportBoard.GROUP) == 1);
        long stored = office.bean(StoredEvents.class).size();
        await("all that is stored is shown", () -> QuerySide.folded(office.axon()) >= stored);
    }

    /** A full or read-only volume of its own is what an operator is told to give it. */
    @Test
    void a_folder_that_takes_no_sign_of_what_was_signed_closes_the_form_and_ends_nothing() throws IOException {
        Path inTheWay = office.home().resolve("seen").resolve("wbs.new");
        Files.createDirectories(inTheWay.resolve("something"));
        assertThat(office.submit().statusCode()).isEqualTo(200);
        await("the form is closed", () -> office.get("/lapor").statusCode() == 503);
        assertThat(office.health().statusCode()).isEqualTo(503);
        assertThat(office.restarts("watch")).isZero();
        Files.delete(inTheWay.resolve("something"));
        await("the form is open again", () -> office.get("/lapor").statusCode() == 200);
    }

    @Test
    void while_nothing_is_signed_the_form_says_so_and_takes_nothing_and_afterwards_it_does_again() {
        lines.list.clear();
        String receipt = receipt(office.submit());
        await("news in the mailbox", () -> office.mailbox("/kotak", receipt).contains("name=\"reply\""));
        office.unsigned.set(new IllegalStateException(TEXT));
        await("the form is closed", () -> office.get("/lapor").statusCode() == 503);
        long answered = office.bean(StoredEvents.class).size();
        await("an answer is refused like a report", () -> office.mailbox("/kotak/jawab", receipt)
                .contains("jawaban belum diterima"));
        assertThat(office.mailbox("/kotak/jawab", receipt)).contains(ANSWER);
        assertThat(office.bean(StoredEvents.class).size()).isEqualTo(answered);
        assertThat(office.get("/lapor").body())
                .contains("report/not-now-late", "Ombudsman")
                .doesNotContain("<form");
        assertThat(office.get("/lapor?lang=en").body()).contains("No report can be received at this moment");
        long stored = office.bean(StoredEvents.class).size();
        var refused = office.submit();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains(TEXT, "lagi sejam kemudian");
        assertThat(office.send(office.request("/lapor/tersegel")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .body())
                .contains("\"code\":\"report/not-now-late\"");
        assertThat(office.get("/lapor/terima").body()).contains("\"code\":\"report/not-now-late\"");
        assertThat(office.get("/lapor/manifes").statusCode()).isEqualTo(200);
        assertThat(office.bean(StoredEvents.class).size()).isEqualTo(stored);
        assertThat(office.health().statusCode()).isEqualTo(503);
        assertThat(office.bean(Banner.class).troubles()).contains("closed", "unsigned");
        office.unsigned.set(null);
        await("the form is open again", () -> office.get("/lapor").statusCode() == 200);
        assertThat(office.submit().statusCode()).isEqualTo(200);
        await("an answer is received", () -> office.mailbox("/kotak/jawab", receipt)
                .contains("class=\"box next\""));
        assertThat(office.bean(Banner.class).troubles()).doesNotContain("closed");
        assertThat(lines.list)
                .map(ILoggingEvent::getFormattedMessage)
                .containsOnlyOnce("No reports are received", "Reports are received again")
                .allSatisfy(line -> assertThat(line).doesNotContain(TEXT));
    }

    @Test
    void on_a_slow_disk_reports_wait_or_hear_why_not_and_the_logs_go_on_afterwards() throws InterruptedException {
        await("the form is open", () -> office.get("/lapor").statusCode() == 200);
        office.slowDown();
        var waiting = CompletableFuture.supplyAsync(office::submit);
        office.awaitHeld();
        long size = office.leaves().size(LogName.WBS);
        await("the form is closed", () -> office.get("/lapor").statusCode() == 503);
        assertThat(waiting).as("nothing is acknowledged before it is on disk").isNotDone();
        assertThat(office.submit().statusCode()).isEqualTo(503);
        office.heal();
        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(receipt(waiting.join())).isNotBlank();
        await("checkpoints go on", () -> office.leaves().size(LogName.WBS) > size + 8);
        await("the form is open again", () -> office.get("/lapor").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void staff_read_what_is_wrong_and_what_to_do(String language) {
        var words = new Context(Locale.of(language));
        words.setVariable("troubles", List.of("closed", "stopped", "damaged", "behind", "unsigned"));
        String shown = bar(words);
        assertThat(shown)
                .contains(language.equals("en") ? "Tell the administrator" : "Beri tahu pengelola")
                .doesNotContain("??");
        assertThat(shown.split("<p>")).hasSize(7);
        words.setVariable("troubles", List.of());
        assertThat(bar(words)).doesNotContain("notice");
    }

    private static String bar(Context words) {
        return office.bean(ISpringTemplateEngine.class).process("staff/bar", Set.of("troubles"), words);
    }
}
