package id.kulkul.web.bench;

import id.kulkul.query.audit.StoredEvent;
import id.kulkul.query.audit.StoredEvents;
import id.kulkul.web.Kulkul;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Reports acknowledged over HTTP to 64 clients, divided by what the same program acknowledges while it stores nothing. */
final class SubmissionBench {
    private static final int CLIENTS = 64;
    private static final long BLOCK_NANOS = 2_000_000_000;
    private static final String BOUNDARY = "kulkul-bench";
    private static final String TEXT = "Laporan rekaan untuk pengukuran. ".repeat(40);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI form;
    private final NothingStored stores;
    private final StoredEvents history;
    private final StoredEvent sample;

    private SubmissionBench(ConfigurableApplicationContext program) throws Exception {
        form = URI.create("http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port") + "/lapor");
        stores = new NothingStored(program);
        var report = UUID.randomUUID().toString().replace("-", "");
        submit(report);
        history = program.getBean(StoredEvents.class);
        sample = history.one(report, 0).orElseThrow();
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
            var bench = new SubmissionBench(program);
            var figure = Figure.alternating(
                    "1b",
                    "reports by the form without script, 64 clients",
                    0.6,
                    Integer.parseInt(arguments[1]),
                    () -> bench.reports(bench.sample),
                    () -> bench.reports(null));
            System.out.println(Figure.table(folder, List.of(figure)));
        }
        System.exit(0);
    }

    /** Reports acknowledged a second, stored or not. */
    private double reports(@Nullable StoredEvent insteadOfStoring) throws Exception {
        stores.only(insteadOfStoring);
        long before = history.size();
        long start = System.nanoTime();
        long count = 0;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) running.add(clients.submit(() -> until(start + BLOCK_NANOS)));
            for (var client : running) count += client.get();
        }
        check(history.size() - before, insteadOfStoring == null ? count : 0);
        return count * 1e9 / (System.nanoTime() - start);
    }

    /** A checkpoint may come between, and nothing else. */
    private static void check(long stored, long expected) {
        if (stored < expected || stored > expected + 3)
            throw new IllegalStateException(stored + " stored, not " + expected);
    }

    private long until(long end) throws IOException, InterruptedException {
        long count = 0;
        for (; System.nanoTime() < end; count++)
            submit(UUID.randomUUID().toString().replace("-", ""));
        return count;
    }

    private void submit(String report) throws IOException, InterruptedException {
        var body = part("case", report) + part("category", "bribery") + part("body", TEXT) + "--" + BOUNDARY + "--\r\n";
        var request = HttpRequest.newBuilder(form)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) throw new IOException("A report was answered with " + answer.statusCode());
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
