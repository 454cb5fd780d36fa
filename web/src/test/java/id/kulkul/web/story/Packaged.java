package id.kulkul.web.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged program as a process of its own on a free loopback port; it can be killed like one. */
final class Packaged implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LAST_PORT = 32_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(20_000, 30_000));

    private final Path home;
    private final int port = freePort();
    private final List<String> java;
    private final List<String> more;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    /** Starts it on a home and waits for the first page. */
    Packaged(Path home, String... more) {
        this(Unpacked.program(), home, more);
    }

    /** The same, started by those words. */
    Packaged(List<String> java, Path home, String... more) {
        this.home = home;
        this.java = java;
        this.more = List.of(more);
        this.process = launch();
        awaitFirstPage();
    }

    /** Ends it at once, as a power failure would end the process, and starts it again on the same home and port. */
    void killAndStartAgain() throws InterruptedException {
        kill();
        startAgain();
    }

    /** Ends it with signal 9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends it as an operator would. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Starts it again on the same home and port. */
    void startAgain() {
        process = launch();
        awaitFirstPage();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    Path home() {
        return home;
    }

    /** Where its keys lie: in the home, unless it was told otherwise. */
    Path keys() {
        String told = "--kulkul.keys=";
        return more.stream()
                .filter(option -> option.startsWith(told))
                .map(option -> Path.of(option.substring(told.length())))
                .findFirst()
                .orElse(home.resolve("keys"));
    }

    /** The passphrases that it printed, by sign-in name. */
    Map<String, String> accounts() throws IOException {
        Map<String, String> accounts = new TreeMap<>();
        for (String line : Files.readAllLines(output())) {
            String[] parts = line.strip().split(" = ", 2);
            if (line.startsWith("  ") && parts.length == 2) accounts.put(parts[0], parts[1]);
        }
        return accounts;
    }

    /** Where it puts temporary files, and nobody else does. */
    Path scratch() {
        return home.resolveSibling(home.getFileName() + ".tmp");
    }

    /** Everything that it wrote to its terminal and its log. */
    Path output() {
        return home.resolveSibling(home.getFileName() + ".out");
    }

    private Process launch() {
        try {
            List<String> command = new ArrayList<>(java);
            command.add(1, "-Djava.io.tmpdir=" + Files.createDirectories(scratch()));
            command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port, "--kulkul.home=" + home));
            command.addAll(more);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitFirstPage() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive())
                throw new IllegalStateException(
                        "The program ended at its start with " + process.exitValue() + ": " + tail());
            if (answers()) return;
        }
        process.destroyForcibly(); // nobody else knows of it
        throw new IllegalStateException("No first page within " + PATIENCE + ": " + tail());
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url("/")))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            pause();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String tail() {
        try {
            String text = Files.readString(output());
            return text.substring(Math.max(0, text.length() - 3000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each program has a port of its own, below those that the system gives to whoever calls somebody. */
    private static int freePort() {
        while (true) {
            int port = NEXT_PORT.getAndIncrement();
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                if (port > LAST_PORT) throw new UncheckedIOException(taken);
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }
}
