package id.kulkul.web.bench;

import id.kulkul.crypto.receipt.FormSecret;
import id.kulkul.web.report.ReceiptPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * An honest reporter without JavaScript, who tries again when told that the server is busy, and gives up after some
 * time.
 */
final class Reporter {
    static final String MULTIPART = "multipart/form-data; boundary=batas";

    private static final int LONGEST = 60_000;

    private final int port;

    Reporter(int port) {
        this.port = port;
    }

    /** How long it took until the answer was there; with the answer. */
    record Through(Duration after, String answer) {}

    /** Sends a report, the same again until there is a receipt. */
    Through submit() throws InterruptedException {
        String form = form("Cerita rekaan.");
        return until(posted("/lapor", MULTIPART, form), answer -> answer.contains("receipt-digits"));
    }

    static String receipt(String answer) {
        return ReceiptPage.digits(answer);
    }

    /** Looks into the mailbox of a receipt until it is shown. */
    Through look(String receipt) throws InterruptedException {
        String form = "receipt=" + URLEncoder.encode(receipt, StandardCharsets.US_ASCII);
        return until(
                posted("/kotak", "application/x-www-form-urlencoded", form),
                answer -> answer.startsWith("HTTP/1.1 200") && answer.contains("id=\"greeting\""));
    }

    private Through until(String request, Predicate<String> good) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            String answer = asked(request);
            Duration after = Duration.ofNanos(System.nanoTime() - began);
            if (good.test(answer) || after.toMillis() > LONGEST) return new Through(after, answer);
            Thread.sleep(100);
        }
    }

    private String asked(String request) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            socket.setSoTimeout(LONGEST);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return "";
        }
    }

    static String form(String text) {
        return part("secret", FormSecret.random().text()) + part("category", "corruption") + part("body", text)
                + "--batas--\r\n";
    }

    private static String part(String name, String value) {
        return "--batas\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }

    /** The last question of a connection. */
    static String posted(String path, String type, String body) {
        return question("close", path, type, body);
    }

    /** A question after which the connection is used again. */
    static String keptOpen(String path, String type, String body) {
        return question("keep-alive", path, type, body);
    }

    private static String question(String then, String path, String type, String body) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, then, type, body.getBytes(StandardCharsets.UTF_8).length, body);
    }
}
