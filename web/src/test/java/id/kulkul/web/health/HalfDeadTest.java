package id.kulkul.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.report.ReportCommand.SubmitReport;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.log.LogName;
import id.kulkul.query.QuerySide;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.query.casework.CaseworkQuery.Overdue;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.Kulkul;
import id.kulkul.web.clock.Sweeper;
import id.kulkul.web.life.Lives;
import id.kulkul.web.store.HoldingsRounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An office whose parts die one after the other while it runs. */
@Timeout(120)
@Isolated("another application that ends in this process takes the loops of its server with it")
class HalfDeadTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----kulkul-test";
    private static final String ANSWER = "Jawaban-rekaan";
    private static final String TEXT = "Cerita rekaan tentang semen";

    /** What the signer, and whoever asks for overdue duties, is thrown. */
    private static final AtomicReference<@Nullable Throwable> UNSIGNED = new AtomicReference<>();

    private static final AtomicReference<@Nullable Throwable> UNSWEPT = new AtomicReference<>();
    private static final AtomicReference<@Nullable Throwable> UNREAD = new AtomicReference<>();

    /** Open while the disk is as fast as ever. */
    private static volatile CountDownLatch disk = new CountDownLatch(0);

    private static volatile CountDownLatch held = new CountDownLatch(0);

    private static Path home;
    private static ConfigurableApplicationContext office;
    private static ListAppender<ILoggingEvent> lines;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        home = folder.resolve("home");
        office = new SpringApplicationBuilder(Kulkul.class)
                .run(
                        "--kulkul.home=" + home,
                        "--kulkul.keys=" + organisation(folder.resolve("keys")),
                        "--kulkul.marks.wbs=1s",
                        "--kulkul.marks.open=1s",
                        "--kulkul.watch=200ms",
                        "--kulkul.recheck-ciphertexts=100MB",
                        "--kulkul.health.port=0",
                        "--server.port=0",
                        "--server.address=127.0.0.1");
        office.getBean(CommandBus.class).registerHandlerInterceptor((work, chain) -> {
            if (work.getMessage().getPayload() instanceof RecordCheckpoint) fail(UNSIGNED);
            hold(work.getMessage().getPayload());
            return chain.proceed();
        });
        office.getBean(QueryBus.class).registerHandlerInterceptor((work, chain) -> {
            if (work.getMessage().getPayload() instanceof Overdue) fail(UNSWEPT);
            return chain.proceed();
        });
        processor(ReportBoard.GROUP).registerHandlerInterceptor((work, chain) -> {
            fail(UNREAD);
            return chain.proceed();
        });
        lines = new ListAppender<>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(Reception.class)).addAppender(lines);
    }

    @AfterEach
    void heal() {
        UNSIGNED.set(null);
        UNSWEPT.set(null);
        UNREAD.set(null);
        disk.countDown();
    }

    /** On a slow disk a report waits, and once one does the checkpoints too. */
    private static void hold(Object command) throws InterruptedException {
        if (command instanceof SubmitReport) held.countDown();
        boolean waits = command instanceof SubmitReport || command instanceof RecordCheckpoint;
        if (waits && held.getCount() == 0) disk.await();
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(Reception.class)).detachAppender(lines);
        office.close();
    }

    @Test
    void an_operator_is_told_ages_and_room_and_nothing_of_a_report() throws Exception {
        await("a state file", () -> Files.exists(home.resolve("data/health.json")));
        String file = Files.readString(home.resolve("data/health.json"));
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
        await("a healthy port", () -> health().statusCode() == 200);
        assertThat(health().body())
                .contains("\"well\":true", "\"checkpointAgeSeconds\"", "\"roomBytes\"")
                .doesNotContain(home.toString());
    }

    @Test
    void what_is_taken_away_or_changed_while_the_office_runs_is_told_until_it_is_put_back() throws Exception {
        await("a healthy port", () -> health().statusCode() == 200);
        assertThat(submit().statusCode()).isEqualTo(200);
        await("a settled ciphertext", () -> settled().isPresent());
        Path ciphertext = settled().orElseThrow();
        byte[] whole = Files.readAllBytes(ciphertext);
        Files.delete(ciphertext);
        await("what is missing is told", () -> health().body().contains("\"missingCiphertexts\":1"));
        Files.write(ciphertext, new byte[whole.length]);
        await("what was changed is told", () -> health().body().contains("\"alteredCiphertexts\":1"));
        await("it is not well", () -> health().statusCode() == 503);
        assertThat(health().body()).contains("\"well\":false", "\"missingCiphertexts\":0");
        assertThat(office.getBean(Banner.class).troubles()).contains("damaged");
        assertThat(contents(Locale.of("id"))).contains("pada isi tersegel 0 tidak ada dan 1 berubah");
        assertThat(contents(Locale.of("en"))).contains("of the sealed contents 0 are missing and 1 changed");
        await("reports are received", () -> get(port(), "/lapor").statusCode() == 200);
        Files.write(ciphertext, whole);
        await("a healthy port", () -> health().statusCode() == 200);
        assertThat(contents(Locale.of("id"))).doesNotContain("notice");
    }

    /** A ciphertext in its place for good. */
    private static Optional<Path> settled() {
        try (var files = Files.find(home.resolve("data/blobs"), 2, HalfDeadTest::isSettled)) {
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
        words.setVariable("contents", office.getBean(HoldingsRounds.class).damage());
        return office.getBean(ISpringTemplateEngine.class).process("audit/parts", Set.of("contents"), words);
    }

    @Test
    void the_port_of_an_operator_shows_nothing_else() {
        for (String other : List.of("/env", "/beans", "/shutdown", "/heapdump", "/threaddump", "/lapor", "/kerja"))
            assertThat(get(healthPort(), other).statusCode()).as(other).isIn(401, 404);
        assertThat(get(port(), "/health").statusCode()).isEqualTo(404);
    }

    @Test
    void an_error_in_the_signer_is_followed_by_the_checkpoint_of_that_mark() {
        long size = leaves().size(LogName.WBS);
        int before = restarts("checkpoints-wbs");
        UNSIGNED.set(new AssertionError(TEXT));
        await("the signer begun again", () -> restarts("checkpoints-wbs") > before);
        await("a checkpoint after it", () -> leaves().size(LogName.WBS) > size);
        assertThat(get(port(), "/lapor").statusCode()).isEqualTo(200);
    }

    @Test
    void an_error_in_the_sweeper_is_followed_by_another_sweep() {
        UNSWEPT.set(new LinkageError(TEXT));
        office.getBean(Sweeper.class).start();
        await("the sweeper begun again", () -> restarts("sweeper") == 1);
        assertThat(office.getBean(Sweeper.class).sweep().blockOptional(Duration.ofSeconds(30)))
                .isEmpty();
    }

    @Test
    void an_error_in_a_projection_loses_no_acknowledged_report() {
        UNREAD.set(new AssertionError(TEXT));
        assertThat(submit().statusCode()).isEqualTo(200);
        await("the projection begun again", () -> restarts(ReportBoard.GROUP) == 1);
        long stored = office.getBean(StoredEvents.class).size();
        await("all that is stored is shown", () -> QuerySide.folded(axon()) >= stored);
    }

    /** A full or read-only volume of its own is what an operator is told to give it. */
    @Test
    void a_folder_that_takes_no_sign_of_what_was_signed_closes_the_form_and_ends_nothing() throws IOException {
        Path inTheWay = home.resolve("seen").resolve("wbs.new");
        Files.createDirectories(inTheWay.resolve("something"));
        assertThat(submit().statusCode()).isEqualTo(200);
        await("the form is closed", () -> get(port(), "/lapor").statusCode() == 503);
        assertThat(health().statusCode()).isEqualTo(503);
        assertThat(restarts("watch")).isZero();
        Files.delete(inTheWay.resolve("something"));
        await("the form is open again", () -> get(port(), "/lapor").statusCode() == 200);
    }

    @Test
    void while_nothing_is_signed_the_form_says_so_and_takes_nothing_and_afterwards_it_does_again() {
        lines.list.clear();
        String receipt = receipt(submit());
        await("news in the mailbox", () -> mailbox("/kotak", receipt).contains("name=\"reply\""));
        UNSIGNED.set(new IllegalStateException(TEXT));
        await("the form is closed", () -> get(port(), "/lapor").statusCode() == 503);
        long answered = office.getBean(StoredEvents.class).size();
        await("an answer is refused like a report", () -> mailbox("/kotak/jawab", receipt)
                .contains("jawaban belum diterima"));
        assertThat(mailbox("/kotak/jawab", receipt)).contains(ANSWER);
        assertThat(office.getBean(StoredEvents.class).size()).isEqualTo(answered);
        assertThat(get(port(), "/lapor").body())
                .contains("report/not-now-late", "Ombudsman")
                .doesNotContain("<form");
        assertThat(get(port(), "/lapor?lang=en").body()).contains("No report can be received at this moment");
        long stored = office.getBean(StoredEvents.class).size();
        var refused = submit();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains(TEXT, "lagi satu jam lagi");
        assertThat(send(request(port(), "/lapor/tersegel")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .body())
                .contains("\"code\":\"report/not-now-late\"");
        assertThat(get(port(), "/lapor/terima").body()).contains("\"code\":\"report/not-now-late\"");
        assertThat(get(port(), "/lapor/manifes").statusCode()).isEqualTo(200);
        assertThat(office.getBean(StoredEvents.class).size()).isEqualTo(stored);
        assertThat(health().statusCode()).isEqualTo(503);
        assertThat(office.getBean(Banner.class).troubles()).contains("closed", "unsigned");
        UNSIGNED.set(null);
        await("the form is open again", () -> get(port(), "/lapor").statusCode() == 200);
        assertThat(submit().statusCode()).isEqualTo(200);
        await("an answer is received", () -> mailbox("/kotak/jawab", receipt).contains("class=\"notice good\""));
        assertThat(office.getBean(Banner.class).troubles()).doesNotContain("closed");
        assertThat(lines.list)
                .map(ILoggingEvent::getFormattedMessage)
                .containsOnlyOnce("No reports are received", "Reports are received again")
                .allSatisfy(line -> assertThat(line).doesNotContain(TEXT));
    }

    @Test
    void on_a_slow_disk_reports_wait_or_hear_why_not_and_the_logs_go_on_afterwards() throws InterruptedException {
        await("the form is open", () -> get(port(), "/lapor").statusCode() == 200);
        held = new CountDownLatch(1);
        disk = new CountDownLatch(1);
        var waiting = CompletableFuture.supplyAsync(HalfDeadTest::submit);
        held.await();
        long size = leaves().size(LogName.WBS);
        await("the form is closed", () -> get(port(), "/lapor").statusCode() == 503);
        assertThat(waiting).as("nothing is acknowledged before it is on disk").isNotDone();
        assertThat(submit().statusCode()).isEqualTo(503);
        disk.countDown();
        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(receipt(waiting.join())).isNotBlank();
        await("checkpoints go on", () -> leaves().size(LogName.WBS) > size + 8);
        await("the form is open again", () -> get(port(), "/lapor").statusCode() == 200);
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
        return office.getBean(ISpringTemplateEngine.class).process("staff/bar", Set.of("troubles"), words);
    }

    @Test
    void every_page_with_the_bar_of_staff_has_room_for_what_is_wrong() throws IOException {
        for (var page : new PathMatchingResourcePatternResolver().getResources("classpath:/templates/*/*.html")) {
            String text = page.getContentAsString(StandardCharsets.UTF_8);
            if (text.contains("staff/bar :: bar"))
                assertThat(text).as(page.getFilename()).contains("staff/bar :: troubles");
        }
    }

    /** Errors are thrown once, exceptions as long as they are there. */
    private static void fail(AtomicReference<@Nullable Throwable> from) {
        Throwable failure = from.get();
        if (failure instanceof Error once) {
            from.set(null);
            throw once;
        }
        if (failure instanceof RuntimeException lasting) throw lasting;
    }

    private static HttpResponse<String> submit() {
        String body = part("category", "corruption") + part("body", TEXT) + "--" + BOUNDARY + "--\r\n";
        return send(request(port(), "/lapor")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String receipt(HttpResponse<String> submitted) {
        Matcher digits =
                Pattern.compile("id=\"receipt-digits\"[^>]*>([0-9 ]+)<").matcher(submitted.body());
        assertThat(digits.find()).isTrue();
        return digits.group(1);
    }

    private static String mailbox(String path, String receipt) {
        return send(request(port(), path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("receipt=" + receipt.replace(' ', '+') + "&reply=" + ANSWER)))
                .body();
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static HttpResponse<String> health() {
        return get(healthPort(), "/health");
    }

    private static HttpResponse<String> get(int port, String path) {
        return send(request(port, path).GET());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier seen) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not seen: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static int port() {
        return office.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static int healthPort() {
        return office.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    private static int restarts(String what) {
        return office.getBean(Lives.class).restarts().getOrDefault(what, 0);
    }

    private static Leaves leaves() {
        return office.getBean(Leaves.class);
    }

    private static Configuration axon() {
        return office.getBean(Configuration.class);
    }

    private static StreamingEventProcessor processor(String group) {
        return axon().eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static Path organisation(Path folder) throws IOException {
        KeyFolder keys = KeyFolder.create(folder);
        keys.enrol("penyelidik-1", "investigator", "Penyelidik Pertama")
                .bundle()
                .close();
        for (int i = 1; i <= 2; i++)
            keys.enrol("penjaga-" + i, "custodian", "Penjaga " + i).bundle().close();
        keys.sign(2, 490_000, Digest.ZERO, Digest.ZERO);
        return folder;
    }
}
