package id.kulkul.web.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program's one door, as a clumsy or hostile program knocks at it: any bytes, any header, with or without a
 * session.
 */
final class Door {
    static final String BOUNDARY = "----kulkul-test";
    static final String END = "--" + BOUNDARY + "--\r\n";
    static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z/-]+)\"|<code>([a-z/-]+)</code>");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Packaged program;
    private final String session;
    private final HttpClient client;

    /** One answer, whole; each character of {@code octets} is one byte. */
    record Answer(int status, HttpHeaders headers, String octets) {
        byte[] body() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }

        String text() {
            return new String(body(), StandardCharsets.UTF_8);
        }

        /** The stable code of a problem document or page; empty if there is none. */
        String code() {
            Matcher code = CODE.matcher(text());
            if (!code.find()) return "";
            return code.group(1) == null ? code.group(2) : code.group(1);
        }
    }

    /** The door for somebody with this session, or for anybody if it is empty. */
    Door(Packaged program, String session) {
        this(program, session, CLIENT);
    }

    private Door(Packaged program, String session, HttpClient client) {
        this.program = program;
        this.session = session;
        this.client = client;
    }

    /** The door for somebody who was never here before: no connection is left over that the server may have closed. */
    static Door ofNewcomer(Packaged program) {
        return new Door(program, "", HttpClient.newHttpClient());
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String type, String body) {
        return post(path, type, BodyPublishers.ofString(body));
    }

    Answer post(String path, String type, BodyPublisher body) {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    /** Names and values by turns, as a small form. */
    Answer fields(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2)
            body.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        return post(path, "application/x-www-form-urlencoded", body.toString());
    }

    /** Names and values by turns, as the form of the protected channel. */
    Answer report(String... fields) {
        return post("/lapor", MULTIPART, parts(fields) + END);
    }

    static String parts(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) body.append(part(fields[i], "", fields[i + 1]));
        return body.toString();
    }

    static String file(String name, String text) {
        return part("attachment", "; filename=\"" + name + "\"\r\nContent-Type: text/plain", text);
    }

    private static String part(String name, String more, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + value
                + "\r\n";
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(program.url(path))).timeout(Duration.ofSeconds(60));
        return session.isEmpty() ? request : request.header("Cookie", session);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String octets = new String(answer.body(), StandardCharsets.ISO_8859_1);
            return new Answer(answer.statusCode(), answer.headers(), octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends these characters as they are, closes its own side if asked to, and returns what comes within three seconds.
     */
    String raw(String request, boolean hangUp) throws IOException {
        URI address = URI.create(program.url("/"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            if (hangUp) return "";
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (java.net.SocketTimeoutException silence) {
                // what came until now is the answer
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
