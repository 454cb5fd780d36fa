package id.kulkul.crypto.tools;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server of the platform, asked as little as possible and believed in nothing. */
final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int REFUSED = 300;
    private static final int TOO_SLOW = 408;
    private static final int CONFLICT = 409;
    private static final int ITS_OWN_FAULT = 500;

    /** The server answered that it did not take what was sent; any other failure of a message may have come after it was taken. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super("the server refused: " + reason);
        }
    }

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).build();

    /** Takes an address such as {@code https://lapor.example/}; another scheme is an {@link IllegalArgumentException}. */
    Site(String address) {
        URI given = URI.create(address.endsWith("/") ? address : address + "/");
        boolean web = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
        if (!web || given.getHost() == null)
            throw new IllegalArgumentException("URL must begin with https:// or http://");
        this.address = given;
    }

    Json get(String path) throws IOException {
        return Json.parse(asked(request(path).GET()));
    }

    Json post(String path, String json) throws IOException {
        return Json.parse(
                asked(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json))));
    }

    void put(String path, byte[] octets) throws IOException {
        BodyPublisher body = BodyPublishers.ofByteArray(octets);
        asked(request(path).header("Content-Type", "application/octet-stream").PUT(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
    }

    private String asked(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            if (answer.statusCode() < REFUSED) return text;
            throw isFinal(answer.statusCode()) ? new Refused(reason(text)) : new IOException(reason(text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static boolean isFinal(int status) {
        return status < ITS_OWN_FAULT && status != TOO_SLOW && status != CONFLICT;
    }

    /** The code of a problem document, if it is made of what our codes are made of. */
    private static String reason(String problem) {
        try {
            String code = Json.parse(problem).at("code").text();
            return code.matches("[a-z/-]{1,80}") ? code : "no reason given";
        } catch (IllegalArgumentException noProblemDocument) {
            return "no reason given";
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
