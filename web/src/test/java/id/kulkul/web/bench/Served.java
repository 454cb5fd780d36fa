package id.kulkul.web.bench;

import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.Passphrase;
import id.kulkul.crypto.keys.PassphraseKeys;
import id.kulkul.crypto.keys.StaffFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A packaged program on a home of its own, asked over HTTP on loopback; it ends when it is closed, or with whoever
 * started it.
 */
final class Served implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path home;
    private final int port;
    private final Process process;

    Served(Path jar, Path home, String... more) throws IOException, InterruptedException {
        this.home = home;
        this.port = freePort();
        this.process = start(jar, more);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitFirstPage();
    }

    /** The option that a start asks for on a home whose contents are nowhere, which it refuses at first. */
    static String declaration(Path jar, Path home) throws IOException, InterruptedException {
        try (var refused = new Served(jar, home)) {
            throw new IllegalStateException("not refused: " + refused.home);
        } catch (NoFirstPage expected) {
            var option = Pattern.compile("--kulkul\\.restored=[0-9a-f]+").matcher(Files.readString(output(home)));
            if (!option.find()) throw expected;
            return option.group();
        }
    }

    /** It ended, or took too long. */
    static final class NoFirstPage extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    private static Path output(Path home) {
        return home.resolveSibling(home.getFileName() + ".out");
    }

    private Process start(Path jar, String... more) throws IOException {
        Files.createDirectories(home.toAbsolutePath().getParent());
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512m", "-jar", jar.toString()));
        command.addAll(List.of("--kulkul.demo=true", "--kulkul.home=" + home));
        command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output(home).toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitFirstPage() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) throw new NoFirstPage();
            Thread.sleep(100);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The newest list of recipients of its home. */
    Manifest manifest() throws IOException {
        return KeyFolder.open(home.resolve("keys")).manifests().getLast().manifest();
    }

    /** The cookies of so many sessions of one made-up official. */
    List<String> sessions(String name, int count) throws Exception {
        StaffFile file = KeyFolder.open(home.resolve("keys")).staff().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (PassphraseKeys opened = passphrase(name).stretched(file.secrets().how())) {
            String auth = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(opened.auth().bytes());
            List<String> cookies = new ArrayList<>();
            for (int i = 0; i < count; i++) cookies.add(signedIn(name, auth));
            return cookies;
        }
    }

    private Passphrase passphrase(String name) throws IOException {
        return Files.readAllLines(home.resolve("accounts.txt")).stream()
                .filter(line -> line.startsWith(name + " = "))
                .map(line -> Passphrase.parse(line.substring(line.indexOf(" = ") + 3)))
                .findFirst()
                .orElseThrow();
    }

    private String signedIn(String name, String auth) throws IOException, InterruptedException {
        var answer = post("/masuk", "{\"name\":\"%s\",\"auth\":\"%s\"}".formatted(name, auth));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path)).GET();
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where its pages begin. */
    String root() {
        return "http://127.0.0.1:" + port;
    }

    private URI address(String path) {
        return URI.create(root() + path);
    }

    /** Lets it end in peace, so that its home can be copied. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        http.close();
    }
}
