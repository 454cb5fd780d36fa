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
            if (answer.statusCode() >= REFUSED) throw new IOException("the server refused: " + reason(text));
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static String reason(String problem) {
        try {
            return Json.parse(problem).at("code").text();
        } catch (IllegalArgumentException noProblemDocument) {
            return "no reason given";
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
