package id.kulkul.crypto.tools;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * A server of the platform, asked as little as possible and believed in nothing; an answer that is not ours is no
 * answer.
 */
final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LONGEST_ANSWER = 16 << 20;
    private static final int REFUSED = 300;
    private static final int TOO_SLOW = 408;
    private static final int CONFLICT = 409;
    private static final int ITS_OWN_FAULT = 500;

    /**
     * The server answered that it did not take what was sent; any other failure of a message may have come after it was
     * taken.
     */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super("the server refused: " + reason);
        }
    }

    /** Nothing of a request was sent, because there was nobody to send it to. */
    static final class Unreached extends IOException {
        private static final long serialVersionUID = 1;

        Unreached(String sentence) {
            super(sentence);
        }
    }

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).build();

    /** Takes an address such as {@code https://lapor.example/}; another scheme is refused. */
    Site(String address) throws Unfit {
        try {
            URI given = URI.create(address.endsWith("/") ? address : address + "/");
            boolean web = "https".equals(given.getScheme()) || "http".equals(given.getScheme());
            if (!web || given.getHost() == null) throw new Unfit("URL must begin with https:// or http://");
            this.address = given;
        } catch (IllegalArgumentException e) {
            throw new Unfit("URL is no address of the web.");
        }
    }

    Json get(String path) throws IOException {
        return json(asked(request(path).GET()));
    }

    Json post(String path, String json) throws IOException {
        return json(
                asked(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json))));
    }

    void put(String path, byte[] octets) throws IOException {
        BodyPublisher body = BodyPublishers.ofByteArray(octets);
        asked(request(path).header("Content-Type", "application/octet-stream").PUT(body));
    }

    /** What is wrong with an answer that cannot be read as one of this platform. */
    IOException notOurs() {
        return new IOException(
                address + " answered with something that is not this platform's, such as a page for signing"
                        + " in to a network");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
    }

    private byte[] asked(HttpRequest.Builder request) throws IOException {
        HttpResponse<InputStream> answer = sent(request.build());
        byte[] bytes = read(answer);
        if (bytes.length > LONGEST_ANSWER) throw notOurs();
        if (answer.statusCode() < REFUSED) return bytes;
        Optional<String> code = code(bytes);
        if (code.isEmpty()) throw notOurs();
        throw isFinal(answer.statusCode())
                ? new Refused(code.get())
                : new IOException("the server could not take it: " + code.get());
    }

    private byte[] read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return body.readNBytes(LONGEST_ANSWER + 1);
        } catch (IOException e) {
            throw ended(e);
        }
    }

    private IOException ended(IOException why) {
        return new IOException("the connection to " + address + " ended", why);
    }

    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Unreached("nobody answers at " + address);
        } catch (SSLHandshakeException e) {
            throw new Unreached("whoever answers at " + address + " does not prove to be it (TLS)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted");
        } catch (IOException e) {
            throw ended(e);
        }
    }

    private static boolean isFinal(int status) {
        return status < ITS_OWN_FAULT && status != TOO_SLOW && status != CONFLICT;
    }

    private Json json(byte[] answer) throws IOException {
        try {
            return Json.parse(answer);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    /** The code of a problem document, if it is made of what our codes are made of. */
    private static Optional<String> code(byte[] problem) {
        try {
            return Optional.of(Json.parse(problem).at("code").text()).filter(code -> code.matches("[a-z/-]{1,80}"));
        } catch (IllegalArgumentException noProblemDocument) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
