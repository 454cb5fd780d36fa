package id.kulkul.web.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A loopback server with the built bundle and what a test lays beside it, under the policy of the staff pages. */
final class Site implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';"
            + " require-trusted-types-for 'script'; trusted-types kulkul-page; base-uri 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, Function<Request, Answer>> prefixes = new ConcurrentHashMap<>();

    /** What a browser asked for, and what it sent along. */
    @SuppressWarnings("ArrayRecordComponent")
    record Request(String method, String path, byte[] octets) {
        String body() {
            return new String(octets, UTF_8);
        }
    }

    /** What it gets; a location goes into a header of that name. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(
            int status, String type, byte[] body, @Nullable String location, int missing) {
        Answer(int status, String type, byte[] body, @Nullable String location) {
            this(status, type, body, location, 0);
        }

        /** The same, broken off in its middle. */
        Answer cut() {
            int half = body.length / 2;
            return new Answer(status, type, Arrays.copyOf(body, half), location, body.length - half);
        }

        static Answer html(String body) {
            return new Answer(200, "text/html; charset=utf-8", body.getBytes(UTF_8), null);
        }

        static Answer json(String body) {
            return new Answer(200, "application/json", body.getBytes(UTF_8), null);
        }

        /** As all answers of one question have the same size, so has this one: what is missing is spaces. */
        static Answer json(String body, int size) {
            return json(body + " ".repeat(size - body.getBytes(UTF_8).length));
        }

        static Answer octets(byte[] body) {
            return new Answer(200, "application/octet-stream", body, null);
        }

        static Answer refused(int status, String detail) {
            var problem = "{\"status\":" + status + ",\"code\":\"twin/refused\",\"detail\":\"" + detail + "\"}";
            return new Answer(status, "application/problem+json", problem.getBytes(UTF_8), null);
        }

        static Answer refused(int status, String code, String detail) {
            var problem = "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}";
            return new Answer(status, "application/problem+json", problem.getBytes(UTF_8), null);
        }

        /** The connection breaks before a word of the answer. */
        static Answer none() {
            return new Answer(0, "", new byte[0], null);
        }

        static Answer sent(int status, @Nullable String location) {
            return new Answer(status, "", new byte[0], location);
        }
    }

    Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        page("/kosong", "<!DOCTYPE html><title>kosong</title>");
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void page(String path, String html) {
        on(path, request -> Answer.html(html));
    }

    void on(String path, Function<Request, Answer> answer) {
        answers.put(path, answer);
    }

    /** Answers every address that begins so, unless it has an answer of its own. */
    void under(String prefix, Function<Request, Answer> answer) {
        prefixes.put(prefix, answer);
    }

    /** What answers this address now. */
    Function<Request, Answer> answerOf(String path) {
        return answers.getOrDefault(
                path,
                prefixes.entrySet().stream()
                        .filter(entry -> path.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(ignored -> file(path)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var request = new Request(
                    exchange.getRequestMethod(), path, exchange.getRequestBody().readAllBytes());
            write(exchange, answerOf(path).apply(request));
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) return;
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        if (!answer.type().isEmpty()) headers.set("Content-Type", answer.type());
        if (answer.location() != null) headers.set("Location", answer.location());
        int length = answer.body().length + answer.missing();
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
    }

    /** The bundle under {@code /static/js/}, scripts of the tests under {@code /twin/}; anything else is not found. */
    private static Answer file(String path) {
        var served = path.startsWith("/static/js/") || path.startsWith("/twin/");
        try (var resource = served ? Site.class.getResourceAsStream(path) : null) {
            if (resource == null) return Answer.refused(404, "Tidak ada");
            return new Answer(200, "text/javascript; charset=utf-8", resource.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
