package id.kulkul.web.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A server of ill will between a tool and the program: it passes everything on, but bends one answer or swallows every
 * acknowledgement.
 */
final class Relay implements AutoCloseable {
    private static final Set<String> PASSED = Set.of("accept", "content-type");

    private final HttpServer server;

    private Relay(Door door, String path, UnaryOperator<String> bend, boolean swallows) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Door.Answer answer = asked(door, exchange);
                boolean post = exchange.getRequestMethod().equals("POST");
                boolean bent = exchange.getRequestURI().getPath().equals(path);
                if (!post || !swallows)
                    answer(exchange, answer.status(), bent ? bend.apply(answer.text()) : answer.text());
            }
        });
        server.start();
    }

    /** Takes whatever is posted, passes it on, and hangs up without an answer. */
    static Relay swallowing(Packaged program) throws IOException {
        return new Relay(new Door(program, ""), "", UnaryOperator.identity(), true);
    }

    /** Changes what it answers at one path. */
    static Relay bending(Packaged program, String path, UnaryOperator<String> bend) throws IOException {
        return new Relay(new Door(program, ""), path, bend, false);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private static Door.Answer asked(Door door, HttpExchange exchange) throws IOException {
        var request = door.request(exchange.getRequestURI().toString());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED.contains(name.toLowerCase(Locale.ROOT))) request.header(name, values.getFirst());
        });
        byte[] body = exchange.getRequestBody().readAllBytes();
        return door.send(request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body)));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
