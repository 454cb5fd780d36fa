package id.kulkul.web.bench;

import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.Kulkul;
import id.kulkul.web.story.SealedForm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reports that were sealed end to end, acknowledged over HTTP to 64 clients, divided by what the same program
 * acknowledges while it stores nothing.
 */
final class SubmissionBench {
    private static final int CLIENTS = 64;
    private static final int WARMING = 15;
    private static final long BLOCK_NANOS = 2_000_000_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI form;
    private final Manifest manifest;
    private final Queue<String> sealed = new ConcurrentLinkedQueue<>();
    private int enough = 600;
    private final NothingStored stores;
    private final StoredEvents history;
    private final StoredEvent sample;

    private SubmissionBench(ConfigurableApplicationContext program, Path home) throws Exception {
        form = URI.create(
                "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port") + "/lapor/tersegel");
        stores = new NothingStored(program);
        manifest = KeyFolder.open(home.resolve("keys")).manifests().getLast().manifest();
        var report = new SealedForm(manifest).message();
        submit(report.toString());
        history = program.getBean(StoredEvents.class);
        sample = history.one(report.get("report").asText(), 0).orElseThrow();
    }

    /** Arguments: an empty folder on the disk to measure, rounds. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (var program = SpringApplication.run(
                Kulkul.class,
                "--kulkul.demo=true",
                "--kulkul.home=" + folder.resolve("home"),
                "--server.address=127.0.0.1",
                "--server.port=0")) {
            var bench = new SubmissionBench(program, folder.resolve("home"));
            bench.warm();
            var figure = Figure.alternating(
                    "1b",
                    "reports sealed end to end, 64 clients",
                    0.6,
                    Integer.parseInt(arguments[1]),
                    () -> bench.reports(bench.sample),
                    () -> bench.reports(null));
            System.out.println(Figure.table(folder, List.of(figure)));
        }
        System.exit(0);
    }

    /**
     * A service runs for months; for its first minute the compiler takes a third of the processor, and more where there
     * is more to compile.
     */
    private void warm() throws Exception {
        for (int round = 0; round < WARMING; round++) {
            reports(sample);
            reports(null);
        }
    }

    /** Reports acknowledged a second, stored or not. */
    private double reports(@Nullable StoredEvent insteadOfStoring) throws Exception {
        seal();
        stores.only(insteadOfStoring);
        long before = history.size();
        long start = System.nanoTime();
        long count = 0;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) running.add(clients.submit(() -> until(start + BLOCK_NANOS)));
            for (var client : running) count += client.get();
        }
        double rate = count * 1e9 / (System.nanoTime() - start);
        check(history.size() - before, insteadOfStoring == null ? count : 0);
        enough = (int) Math.max(enough, 1.5 * rate * BLOCK_NANOS / 1e9);
        return rate;
    }

    /** A checkpoint may come between, and nothing else. */
    private static void check(long stored, long expected) {
        if (stored < expected || stored > expected + 3)
            throw new IllegalStateException(stored + " stored, not " + expected);
    }

    private long until(long end) throws IOException, InterruptedException {
        long count = 0;
        for (var report = sealed.poll(); report != null && System.nanoTime() < end; report = sealed.poll()) {
            submit(report);
            count++;
        }
        return count;
    }

    /** Seals more than a block can take, on both cores and outside its time: the clients only send. */
    private void seal() {
        sealed.clear();
        IntStream.range(0, enough).parallel().forEach(i -> sealed.add(sealedReport()));
    }

    private String sealedReport() {
        return new SealedForm(manifest).message().toString();
    }

    private void submit(String report) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(form)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(report))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 201) throw new IOException("A report was answered with " + answer.statusCode());
    }
}
