package id.kulkul.web.health;

import id.kulkul.command.audit.CheckpointCommand.RecordCheckpoint;
import id.kulkul.command.report.ReportCommand.SubmitReport;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.query.audit.Leaves;
import id.kulkul.query.casework.CaseworkQuery.Overdue;
import id.kulkul.query.report.ReportBoard;
import id.kulkul.web.Kulkul;
import id.kulkul.web.life.Lives;
import id.kulkul.web.report.ReceiptPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An office that is told which of its parts fail, and how slow its disk is, while strangers and an operator ask it. */
final class FailingOffice implements AutoCloseable {
    static final String ANSWER = "Jawaban-rekaan";
    static final String TEXT = "Cerita rekaan tentang semen";

    private static final String BOUNDARY = "----kulkul-test";

    /** What the signer is thrown: an error once, an exception for as long as it is set. */
    final AtomicReference<@Nullable Throwable> unsigned = new AtomicReference<>();

    /** The same for the look for overdue duties. */
    final AtomicReference<@Nullable Throwable> unswept = new AtomicReference<>();

    /** The same for the fold of reports. */
    final AtomicReference<@Nullable Throwable> unread = new AtomicReference<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home;
    private final ConfigurableApplicationContext program;

    /** Open while the disk is as fast as ever. */
    private volatile CountDownLatch disk = new CountDownLatch(0);

    private volatile CountDownLatch held = new CountDownLatch(0);

    FailingOffice(Path folder) throws IOException {
        home = folder.resolve("home");
        program = new SpringApplicationBuilder(Kulkul.class)
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
        program.getBean(CommandBus.class).registerHandlerInterceptor((work, chain) -> {
            if (work.getMessage().getPayload() instanceof RecordCheckpoint) fail(unsigned);
            hold(work.getMessage().getPayload());
            return chain.proceed();
        });
        program.getBean(QueryBus.class).registerHandlerInterceptor((work, chain) -> {
            if (work.getMessage().getPayload() instanceof Overdue) fail(unswept);
            return chain.proceed();
        });
        processor(ReportBoard.GROUP).registerHandlerInterceptor((work, chain) -> {
            fail(unread);
            return chain.proceed();
        });
    }

    Path home() {
        return home;
    }

    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    /** Nothing fails any more, and the disk is as fast as ever. */
    void heal() {
        unsigned.set(null);
        unswept.set(null);
        unread.set(null);
        disk.countDown();
    }

    /** From the next report on, the disk takes nothing until it is healed. */
    void slowDown() {
        held = new CountDownLatch(1);
        disk = new CountDownLatch(1);
    }

    /** Waits for a report that the disk does not take yet. */
    void awaitHeld() throws InterruptedException {
        held.await();
    }

    /** On a slow disk a report waits, and once one does the checkpoints too. */
    private void hold(Object command) throws InterruptedException {
        if (command instanceof SubmitReport) held.countDown();
        boolean waits = command instanceof SubmitReport || command instanceof RecordCheckpoint;
        if (waits && held.getCount() == 0) disk.await();
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

    HttpResponse<String> submit() {
        String body = part("category", "corruption") + part("body", TEXT) + "--" + BOUNDARY + "--\r\n";
        return send(request("/lapor")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    static String receipt(HttpResponse<String> submitted) {
        return ReceiptPage.digits(submitted.body());
    }

    String mailbox(String path, String receipt) {
        return send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("receipt=" + receipt.replace(' ', '+') + "&reply=" + ANSWER)))
                .body();
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    HttpResponse<String> health() {
        return ofOperator("/health");
    }

    /** At the port that an operator asks. */
    HttpResponse<String> ofOperator(String path) {
        return send(request("local.management.port", path).GET());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return request("local.server.port", path);
    }

    private HttpRequest.Builder request(String which, String path) {
        int port = program.getEnvironment().getRequiredProperty(which, Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(String what, BooleanSupplier seen) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not seen: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    int restarts(String what) {
        return program.getBean(Lives.class).restarts().getOrDefault(what, 0);
    }

    Leaves leaves() {
        return program.getBean(Leaves.class);
    }

    Configuration axon() {
        return program.getBean(Configuration.class);
    }

    private StreamingEventProcessor processor(String group) {
        return axon().eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static Path organisation(Path folder) throws IOException {
        KeyFolder keys = KeyFolder.create(folder);
        keys.enrol("pemeriksa-1", "investigator", "Pemeriksa Pertama").bundle().close();
        for (int i = 1; i <= 2; i++)
            keys.enrol("penjaga-" + i, "custodian", "Penjaga " + i).bundle().close();
        keys.sign(2, 490_000, Digest.ZERO, Digest.ZERO);
        return folder;
    }

    @Override
    public void close() {
        program.close();
        client.close();
    }
}
