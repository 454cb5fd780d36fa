package id.kulkul.web.story;

import id.kulkul.web.report.ReceiptPage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A report that was acknowledged over plain HTTP, as a browser without JavaScript sends it. */
record Submitted(String report, String receipt, String secret) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TEXT = "Laporan rekaan.";
    private static final String BOUNDARY = "----kulkul-test";

    /** Sends a report; returns only if it was acknowledged with a receipt. */
    static Submitted to(Packaged program) throws IOException {
        String secret = FormCase.secret();
        HttpResponse<String> answer = send(program, secret);
        if (answer.statusCode() != 200) throw new IOException("not acknowledged");
        String report = FormCase.of(program, secret, "corruption", TEXT, "", "");
        return new Submitted(report, ReceiptPage.digits(answer.body()), secret);
    }

    /** Sends it a second time and returns whether it is told that it had arrived, with the same receipt. */
    boolean again(Packaged program) throws IOException {
        HttpResponse<String> answer = send(program, secret);
        return answer.statusCode() == 200
                && answer.body().contains("id=\"again\"")
                && ReceiptPage.digits(answer.body()).equals(receipt);
    }

    /** What the receipt shows, asked again while the server is busy. */
    String mailbox(Packaged program) throws IOException {
        String answer = look(program);
        for (int i = 0; i < 15 && Patience.isAskedFor(answer); i++) answer = look(program);
        return answer;
    }

    private String look(Packaged program) throws IOException {
        String form = "receipt=" + URLEncoder.encode(receipt, StandardCharsets.US_ASCII);
        return exchange(HttpRequest.newBuilder(URI.create(program.url("/kotak")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .body();
    }

    private static HttpResponse<String> send(Packaged program, String secret) throws IOException {
        String body = part("secret", secret) + part("category", "corruption") + part("body", TEXT) + "--" + BOUNDARY
                + "--\r\n";
        return exchange(HttpRequest.newBuilder(URI.create(program.url("/lapor")))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
