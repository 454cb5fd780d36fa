package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.seal.Hex16;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What careless, hostile and unlucky senders send, on the wire: each gets its stable answer, nothing is half stored, nothing is repeated in a log. */
class BadInputIT {
    private static final String BOUNDARY = "----kulkul-test";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path temporary;

    private static Packaged program;

    @BeforeAll
    static void start() {
        program = new Packaged(temporary.resolve("home"), "--kulkul.demo=true", "--kulkul.marks.wbs=2s");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void missing_fields_are_named_and_what_was_typed_is_kept() throws IOException {
        HttpResponse<String> answer = post(part("case", id()) + part("identityName", "Nama Rekaan"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("#category", "#body", "value=\"Nama Rekaan\"");
    }

    @Test
    void a_text_that_is_too_long_comes_back_whole() throws IOException {
        String text = "a".repeat(20_001);
        HttpResponse<String> answer = post(fields(id()) + part("body", text));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(text);
    }

    @Test
    void a_script_is_shown_as_text_and_never_run() throws IOException {
        HttpResponse<String> answer = post(part("case", id()) + part("body", "<script>alert(1)</script>"));
        assertThat(answer.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void the_same_report_twice_is_received_once() throws IOException {
        String id = id();
        assertThat(post(fields(id) + part("body", "rekaan")).statusCode()).isEqualTo(200);
        HttpResponse<String> again = post(fields(id) + part("body", "rekaan"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("sudah diterima").doesNotContain("receipt-digits");
    }

    @Test
    void whoever_is_excluded_must_be_known_and_somebody_must_be_left() throws IOException {
        String strange = post(fields(id()) + part("body", "rekaan") + part("exclude", "x' OR 1=1"))
                .body();
        assertThat(strange).contains("Pilihan orang tidak dikenal");
        String head = post(fields(id()) + part("body", "rekaan") + part("exclude", "head"))
                .body();
        assertThat(head).contains("tidak ada petugas di sini yang boleh membaca");
    }

    @Test
    void a_form_of_ten_thousand_fields_and_one_with_strange_fields_are_refused() throws IOException {
        assertThat(post(part("category", "bribery").repeat(10_000)).statusCode())
                .isEqualTo(400);
        assertThat(post(fields(id()) + part("admin", "true")).statusCode()).isEqualTo(400);
        assertThat(post(part("case", "../../etc/passwd")).statusCode()).isEqualTo(400);
    }

    @Test
    void an_attachment_that_is_too_large_loses_only_itself() throws Exception {
        String head = fields(id()) + part("body", "Teks yang tidak boleh hilang.") + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"besar.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        List<InputStream> parts = new ArrayList<>();
        parts.add(bytes(head));
        byte[] mebibyte = new byte[1024 * 1024];
        for (int i = 0; i < 65; i++) parts.add(new ByteArrayInputStream(mebibyte));
        parts.add(bytes("\r\n--" + BOUNDARY + "--\r\n"));
        HttpResponse<String> answer = CLIENT.send(
                multipart()
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new SequenceInputStream(Collections.enumeration(parts))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("melebihi 64 MiB", "Teks yang tidak boleh hilang.");
        try (var drafts = Files.list(program.home().resolve("data/blobs/drafts"))) {
            assertThat(drafts).isEmpty();
        }
    }

    @Test
    void a_body_that_ends_early_or_lies_about_its_length_is_no_report() throws IOException {
        String whole = fields(id()) + part("body", "rekaan") + "--" + BOUNDARY + "--\r\n";
        assertThat(raw(whole.substring(0, whole.length() - 20), whole.length() - 20))
                .contains(" 400 ");
        assertThat(raw(whole, whole.length() - 60)).contains(" 400 ");
        assertThat(raw("kulkul", 6)).contains(" 400 ");
    }

    @Test
    void a_wrong_digit_anywhere_gets_a_greeting_and_the_same_page_as_an_unknown_receipt() throws Exception {
        String digits = "00000 83729 60969 98848 96815 28633 17017 80731";
        for (int at : new int[] {0, 7, 20, 33, 46}) {
            String typed = digits.substring(0, at) + (digits.charAt(at) == '9' ? '0' : '9') + digits.substring(at + 1);
            HttpResponse<String> answer = mailbox(typed);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).hasSize(57_344);
            assertThat(answer.body()).contains("Sapaan Anda", "Belum ada kabar");
        }
        assertThat(mailbox(digits).body()).isEqualTo(mailbox(digits).body());
    }

    @Test
    void a_receipt_that_no_checkpoint_covers_yet_looks_like_an_unknown_one() throws Exception {
        Path home = temporary.resolve("slow");
        try (Packaged slow = new Packaged(home, "--kulkul.demo=true", "--kulkul.marks.wbs=3600s")) {
            Submitted known = Submitted.to(slow);
            String shown = known.mailbox(slow).replace(known.receipt(), "").replaceAll("<strong lang.*?</strong>", "");
            Submitted unknown = new Submitted(known.report(), "11111 83729 60969 98848 96815 28633 17017 80731");
            String other =
                    unknown.mailbox(slow).replace(unknown.receipt(), "").replaceAll("<strong lang.*?</strong>", "");
            assertThat(shown.strip().replaceAll(" +", " "))
                    .isEqualTo(other.strip().replaceAll(" +", " "));
        }
    }

    @Test
    void addresses_and_methods_that_do_not_exist_have_codes_in_both_languages() throws Exception {
        for (String path : List.of(
                "/tidak-ada", "/static/../application.yaml", "/static/%2e%2e/application.yaml", "/log/x/checkpoint")) {
            HttpResponse<String> answer = get(path, "application/json");
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("spring:");
        }
        assertThat(get("/tidak-ada", "application/json").body()).contains("page/not-found", "\"id\":", "\"en\":");
        assertThat(get("/kerja", "application/json").statusCode()).isEqualTo(401);
        assertThat(get("/audit/log/wbs/ekspor", "application/json").body()).contains("staff/sign-in-first");
        HttpResponse<String> foreign = CLIENT.send(
                multipart()
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.ofString(fields(id())))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void nothing_that_was_typed_is_anywhere_on_the_disk() throws Exception {
        String marker = "penanda" + id();
        String body = fields(id()) + part("body", marker + "-isi") + part("identityName", marker + "-nama")
                + part("identityContact", marker + "-kontak") + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"" + marker + ".txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + marker + "-lampiran".repeat(50_000) + "\r\n";
        HttpResponse<String> answer = CLIENT.send(
                multipart()
                        .header("User-Agent", marker)
                        .POST(HttpRequest.BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        String digits = answer.body().replaceAll("(?s).*receipt-digits\"[^>]*>([0-9 ]+)<.*", "$1");
        for (String secret : List.of(marker, digits, digits.replace(" ", ""))) {
            assertThat(Haystack.of(program.home(), program.output(), program.scratch())
                            .with(secret))
                    .as(secret)
                    .isEmpty();
        }
        assertThat(Haystack.of(program.home()).with("127.0.0.1")).isEmpty();
    }

    @Test
    void a_sign_in_name_that_nobody_has_looks_like_any_other() throws Exception {
        String nobody = json("/masuk/tantangan", "{\"name\":\"tidak-ada\"}").body();
        assertThat(nobody)
                .isEqualTo(json("/masuk/tantangan", "{\"name\":\"tidak-ada\"}").body());
        assertThat(nobody.replaceAll("\"salt\":\"[^\"]+\"", ""))
                .isEqualTo(json("/masuk/tantangan", "{\"name\":\"auditor\"}")
                        .body()
                        .replaceAll("\"salt\":\"[^\"]+\"", ""));
        String proof = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
        for (String name : List.of("tidak-ada", "auditor")) {
            HttpResponse<String> answer = json("/masuk", "{\"name\":\"" + name + "\",\"auth\":\"" + proof + "\"}");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("staff/wrong-name-or-passphrase");
        }
        assertThat(json("/masuk", "{{{").statusCode()).isEqualTo(400);
    }

    private static String id() {
        return Hex16.of(UUID.randomUUID());
    }

    private static String fields(String id) {
        return part("case", id) + part("category", "corruption");
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder multipart() {
        return HttpRequest.newBuilder(URI.create(program.url("/lapor")))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static HttpResponse<String> post(String parts) throws IOException {
        return send(multipart().POST(HttpRequest.BodyPublishers.ofString(parts + "--" + BOUNDARY + "--\r\n")));
    }

    private static HttpResponse<String> mailbox(String receipt) throws IOException {
        HttpResponse<String> answer = look(receipt);
        for (int i = 0; i < 15 && Patience.isAskedFor(answer.body()); i++) answer = look(receipt);
        return answer;
    }

    private static HttpResponse<String> look(String receipt) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(program.url("/kotak")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("receipt=" + receipt.replace(' ', '+'))));
    }

    private static HttpResponse<String> json(String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(program.url(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(program.url(path))).header("Accept", accept));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Says one length, sends what it wants, and closes its half of the connection. */
    private static String raw(String body, int length) throws IOException {
        URI address = URI.create(program.url("/lapor"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /lapor HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary="
                                    + BOUNDARY + "\r\nContent-Length: " + length + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
