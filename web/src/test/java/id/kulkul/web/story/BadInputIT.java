package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is not the form that was served gets a stable answer and leaves nothing behind; the program has half a gigabyte
 * for all of it.
 */
@Tag("page")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.UNCOVERED)
class BadInputIT {
    private static final String TEXT = "Laporan rekaan yang tidak boleh hilang.";
    private static final String[] WHOLE = {"category", "corruption", "body", TEXT};
    private static final String END = "--" + Door.BOUNDARY + "--\r\n";

    private static final Pattern DIGITS = Pattern.compile("id=\"receipt-digits\"[^>]*>([0-9 ]+)<");

    private static Packaged program;
    private static Door door;
    private Footprint before;

    @BeforeAll
    static void start(@Demonstration.Uncovered Packaged shared) {
        program = shared;
        door = new Door(program, "");
    }

    @BeforeEach
    void measure() throws Exception {
        before = Footprint.of(program.home());
    }

    @Test
    void an_attachment_of_a_byte_too_many_is_refused_and_the_text_kept() throws Exception {
        String head = Door.parts("category", "corruption", "body", TEXT)
                + Door.file("besar.bin", "").stripTrailing()
                + "\r\n\r\n";
        byte[] file = new byte[64 * 1024 * 1024 + 1];
        Door.Answer answer = door.post(
                "/lapor",
                Door.MULTIPART,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n" + END)));
        assertRefused(answer, 422, "melebihi 64 MiB");
        assertThat(answer.text()).contains(TEXT);
    }

    @Test
    void a_fifth_attachment_is_refused_and_none_of_the_four_stays() throws Exception {
        StringBuilder body = new StringBuilder(Door.parts(WHOLE));
        for (int i = 0; i < 5; i++) body.append(Door.file("berkas-" + i + ".txt", "rekaan"));
        assertRefused(door.post("/lapor", Door.MULTIPART, body + END), 422, "Paling banyak 4 lampiran");
    }

    @Test
    void a_form_that_is_cut_off_or_framed_otherwise_is_refused() throws Exception {
        String whole = Door.parts(WHOLE) + Door.file("a.txt", "rekaan");
        assertRefused(door.post("/lapor", Door.MULTIPART, whole), 400, "tidak utuh");
        assertRefused(door.post("/lapor", Door.MULTIPART, whole.substring(0, 150)), 400, "tidak utuh");
        assertRefused(door.post("/lapor", "multipart/form-data; boundary=lain", whole + END), 400, "tidak utuh");
        assertRefused(door.post("/lapor", "multipart/form-data", whole + END), 400, "tidak utuh");
    }

    @Test
    void a_body_that_lies_about_its_length_leaves_nothing() throws Exception {
        String cut = Door.parts(WHOLE) + Door.file("a.txt", "rekaan");
        String head = "POST /lapor HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + Door.MULTIPART
                + "\r\nContent-Length: ";
        door.raw(head + (cut.length() + 1_000_000) + "\r\n\r\n" + cut, true);
        String shorter = door.raw(head + (cut.length() - 40) + "\r\n\r\n" + cut + END, false);
        assertThat(shorter).contains("400 Bad Request").contains("tidak utuh");
        assertThat(door.raw(head + "-5\r\n\r\n" + cut + END, false)).contains("400 Bad Request");
        assertUnchanged();
    }

    @Test
    void fields_that_the_form_does_not_have_or_has_once_are_refused() throws Exception {
        assertRefused(door.report("category", "corruption", "body", TEXT, "admin", "1"), 400, "tidak utuh");
        assertRefused(door.report("body", TEXT, "body", "lain", "category", "corruption"), 400, "tidak utuh");
        assertRefused(
                door.report("secret", "00".repeat(32), "category", "corruption", "body", TEXT), 400, "tidak utuh");
        String[] many = IntStream.range(0, 10_000)
                .boxed()
                .flatMap(i -> Stream.of("field" + i, "x"))
                .toArray(String[]::new);
        assertRefused(door.report(many), 400, "tidak utuh");
        assertThat(door.fields("/kotak", many).code()).isEqualTo("page/too-large");
        assertUnchanged();
    }

    @Test
    void a_text_field_does_not_come_after_a_file_whose_type_may_be_odd() throws Exception {
        String file = Door.file("a.txt", "rekaan");
        for (String late : List.of("secret", "category", "body", "identityName", "exclude")) {
            String[] before =
                    late.equals("category") ? new String[] {"body", TEXT} : new String[] {"category", "corruption"};
            String after = Door.parts(late, late.equals("secret") ? FormCase.secret() : "x");
            assertRefused(
                    door.post("/lapor", Door.MULTIPART, Door.parts(before) + file + after + END), 400, "tidak utuh");
        }
        String odd = file.replace("text/plain", "!!");
        Door.Answer taken = door.post("/lapor", Door.MULTIPART, Door.parts(WHOLE) + odd + END);
        assertThat(taken.text()).contains("receipt-digits");
    }

    @Test
    void a_report_posted_twice_is_stored_once_and_has_one_receipt() throws Exception {
        String[] form = {"secret", FormCase.secret(), "category", "corruption", "body", TEXT};
        String receipt = receipt(door.report(form));
        Footprint once = Footprint.of(program.home());
        Door.Answer again = door.report(form);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("id=\"again\"").contains("tidak disimpan dua kali");
        assertThat(receipt(again)).isEqualTo(receipt);
        String withFile = Door.parts(form) + Door.file("a.txt", "rekaan") + END;
        assertThat(receipt(door.post("/lapor", Door.MULTIPART, withFile))).isEqualTo(receipt);
        assertThat(Footprint.of(program.home())).isEqualTo(once);
    }

    @Test
    void two_people_who_send_the_same_saved_page_have_two_receipts() {
        String secret = FormCase.secret();
        Set<String> receipts = new HashSet<>();
        String[] typed = {"secret", secret, "category", "corruption", "body", TEXT};
        receipts.add(receipt(door.report(typed)));
        receipts.add(receipt(door.report("secret", secret, "category", "corruption", "body", TEXT + ".")));
        receipts.add(receipt(door.report("secret", secret, "category", "bribery", "body", TEXT)));
        for (String field : List.of("identityName", "identityContact"))
            receipts.add(receipt(door.report("secret", secret, "category", "corruption", "body", TEXT, field, "x")));
        assertThat(receipts).hasSize(5);
    }

    private static String receipt(Door.Answer answer) {
        Matcher digits = DIGITS.matcher(answer.text());
        assertThat(digits.find()).as("a receipt").isTrue();
        return digits.group(1);
    }

    @Test
    void a_report_posted_six_times_at_once_has_one_receipt() throws Exception {
        String[] form = {"secret", FormCase.secret(), "category", "corruption", "body", TEXT};
        List<Door.Answer> answers = Hands.together(6, () -> door.report(form));
        assertThat(answers.stream().map(BadInputIT::receipt)).hasSize(6).containsOnly(receipt(answers.getFirst()));
        assertThat(answers.stream().filter(answer -> answer.text().contains("id=\"again\"")))
                .hasSize(5);
        assertThat(Footprint.of(program.home()).events()).isEqualTo(before.events() + 1);
    }

    @Test
    void what_is_missing_or_too_long_is_named_and_everything_typed_is_kept() throws Exception {
        Door.Answer missing = door.report("identityName", "Nama rekaan", "body", "");
        assertRefused(missing, 422, "Pilih tentang apa");
        assertThat(missing.text()).contains("Tulis apa yang terjadi").contains("Nama rekaan");
        String longText = "x".repeat(20_001);
        Door.Answer tooLong = door.report("category", "corruption", "body", longText);
        assertRefused(tooLong, 422, "paling banyak 20.000");
        assertThat(tooLong.text()).contains(longText);
        Door.Answer script = door.report("body", "<script>alert('x')</script>");
        assertThat(script.text()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void what_only_looks_empty_is_empty_and_what_is_too_long_is_told_by_how_much() throws Exception {
        String invisible = "\u00a0\u200b\ufeff\r\n";
        assertRefused(door.report("category", "corruption", "body", invisible), 422, "Tulis apa yang terjadi");
        Door.Answer tooLong = door.report("category", "corruption", "body", "\ud83e\uddfe".repeat(20_003) + "\r\n");
        assertRefused(tooLong, 422, "lebih 3 huruf");
        assertThat(door.report("body", "nol\u0000nol").text()).contains("nol\ufffdnol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filename="../../etc/passwd"                 | receipt-digits
            filename="C:\\\\f\\\\bukti.txt"            | receipt-digits
            filename="daftar \\"resmi\\".txt"           | receipt-digits
            filename*=UTF-8''b%20%e2%82%ac.txt          | receipt-digits
            filename=tanpa-kutip.txt                    | receipt-digits
            filename*=UTF-8''%zz                        | tidak utuh
            filename*=tidak-ada''a                      | tidak utuh
            """)
    void an_attachment_is_named_as_browsers_name_it_or_the_form_is_none(String filename, String words)
            throws Exception {
        String part = Door.file("x", "rekaan").replace("filename=\"x\"", filename);
        assertThat(door.post("/lapor", Door.MULTIPART, Door.parts(WHOLE) + part + END)
                        .text())
                .contains(words);
    }

    @Test
    void an_empty_attachment_is_named_and_the_text_kept() throws Exception {
        String body = Door.parts(WHOLE) + Door.file("kosong.pdf", "") + END;
        Door.Answer answer = door.post("/lapor", Door.MULTIPART, body);
        assertRefused(answer, 422, "Berkas kosong.pdf kosong (0 bita)");
        assertThat(answer.text()).contains(TEXT).contains("Lampiran harus dipilih lagi");
        assertThat(door.report("body", TEXT).text()).doesNotContain("Lampiran harus dipilih lagi");
    }

    @Test
    void a_name_that_no_file_system_has_is_refused_and_the_text_kept() throws Exception {
        String body = Door.parts(WHOLE) + Door.file("x".repeat(256), "rekaan") + END;
        Door.Answer answer = door.post("/lapor", Door.MULTIPART, body);
        assertRefused(answer, 422, "255 huruf");
        assertThat(answer.text()).contains(TEXT);
        String endless = Door.parts(WHOLE) + Door.file("x".repeat(10_240), "rekaan") + END;
        assertRefused(door.post("/lapor", Door.MULTIPART, endless), 400, "tidak utuh");
    }

    @Test
    void no_chosen_file_is_no_attachment() throws Exception {
        door.post("/lapor", Door.MULTIPART, Door.parts(WHOLE) + Door.file("", "") + END);
        assertThat(Footprint.of(program.home()).blobs()).isEqualTo(before.blobs() + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Accept            | */;q=
            Accept            | text/html;q=abc
            Accept            | (x)/y
            Accept-Language   | ;;;q=9
            Accept-Encoding   | ;q
            Range             | bytes=5-1
            Range             | pages=1
            Range             | bytes=99999999999999999999-
            If-None-Match     | "
            If-None-Match     | W/"
            If-Modified-Since | kemarin
            If-Range          | zz
            Cookie            | ;=;
            Cookie            | __Host-kulkul="
            Content-Type      | !!
            Content-Type      | text/html;charset=zzz
            X-Forwarded-For   | zz
            """)
    void a_header_that_cannot_be_read_is_nobodys_failure_here(String name, String value) {
        for (String path :
                List.of("/lapor", "/kotak", "/lapor/manifes", "/log/open/checkpoint", "/static/kulkul.css")) {
            Door.Answer answer = door.send(door.request(path).header(name, value));
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lapor?%zz",
                "/lapor?a=%2",
                "/?%",
                "/%zz",
                "/lapor?a=b|c",
                "/kotak?a=\"",
                "/log/open/checkpoint?^",
                "//["
            })
    void an_address_that_is_none_is_refused_with_a_code_and_our_headers(String address) throws Exception {
        String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        assertThat(door.raw("GET " + address + end + "Accept: application/json\r\n\r\n", false))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"page/refused\"", "Content-Security-Policy");
        assertThat(door.raw("GET " + address + end + "Accept: text/html\r\n\r\n", false))
                .startsWith("HTTP/1.1 400")
                .contains("<html", "page/refused");
    }

    @Test
    void a_host_that_is_none_is_refused_with_a_code() throws Exception {
        assertThat(door.raw("GET /lapor HTTP/1.1\r\nHost: a b|c\r\nConnection: close\r\n\r\n", false))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"page/refused\"");
    }

    @Test
    void a_second_program_on_the_same_home_says_so_in_one_sentence_and_harms_nothing() throws Exception {
        List<String> command = new ArrayList<>(Unpacked.program());
        Path home = program.home().toAbsolutePath();
        command.addAll(List.of("--kulkul.home=" + home, "--kulkul.demo=true", "--server.port=0"));
        Process second = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said.lines().filter(line -> !line.isBlank() && !line.contains(" INFO ")))
                .containsExactly("Kulkul is already running on " + home
                        + ": stop it, or choose another folder with --kulkul.home.");
        assertUnchanged();
        assertThat(door.report(WHOLE).status()).isEqualTo(200);
        assertThat(Footprint.of(program.home()).events()).isEqualTo(before.events() + 1);
    }

    @Test
    void a_body_that_says_it_is_packed_is_refused_with_a_code() throws Exception {
        for (String path : List.of("/lapor", "/kotak", "/masuk", "/kotak/halaman"))
            assertProblem(
                    door.send(door.request(path)
                            .header("Content-Type", "application/json")
                            .header("Content-Encoding", "gzip")
                            .POST(BodyPublishers.ofString("{}"))),
                    415,
                    "page/wrong-format");
        assertUnchanged();
    }

    @Test
    void nobody_can_be_left_out_who_is_not_there_and_somebody_must_be_left() throws Exception {
        for (String odd : List.of("zz", "0".repeat(32), "../head", ""))
            assertRefused(
                    door.report("category", "corruption", "body", TEXT, "exclude", odd), 422, "orang tidak dikenal");
        assertRefused(door.report("category", "corruption", "body", TEXT, "exclude", "head"), 422, "tidak ada petugas");
        List<String> people = Pattern.compile("id=\"exclude-([0-9a-f]{32})\"")
                .matcher(door.get("/lapor").text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(people).hasSize(2);
        assertRefused(
                door.report("category", "corruption", "body", TEXT, "exclude", people.get(0), "exclude", people.get(1)),
                422,
                "tidak ada petugas");
    }

    @Test
    void a_part_without_a_name_is_no_form_and_nothing_that_the_log_would_tell() throws Exception {
        long told = Files.size(program.output());
        String nameless = "--" + Door.BOUNDARY + "\r\nContent-Disposition: form-data\r\n\r\na\r\n";
        assertRefused(door.post("/lapor", Door.MULTIPART, nameless + END), 400, "tidak utuh");
        assertThat(Files.size(program.output())).isEqualTo(told);
    }

    @Test
    void a_field_is_held_as_far_as_its_name_allows_and_the_rest_is_told() throws Exception {
        String beginning = "Awal cerita rekaan. ";
        Door.Answer cut = door.report("category", "corruption", "body", beginning + "x".repeat(300_000));
        assertRefused(cut, 422, "Hanya bagian awalnya");
        assertThat(cut.text()).contains(beginning);
        assertRefused(
                door.report("category", "corruption", "body", TEXT, "exclude", "a".repeat(200_000)),
                422,
                "orang tidak dikenal");
        assertRefused(door.report("category", "c".repeat(200_000), "body", TEXT), 422, "Pilih tentang apa");
        assertRefused(
                door.report("category", "corruption", "body", TEXT, "identityName", "N".repeat(5_000)),
                422,
                "paling banyak 300");
    }

    @Test
    void what_is_sent_without_waiting_for_an_answer_is_not_listened_to() throws Exception {
        String look =
                "POST /kotak HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
        String answers = door.raw((look + "9\r\n\r\nreceipt=1").repeat(3), false);
        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../application.yaml",
                "/static/%2e%2e/application.yaml",
                "/static/..%2fapplication.yaml",
                "/static/%252e%252e/application.yaml",
                "/kerja/kasus/..%2f",
                "/lapor;x=1",
                "//lapor"
            })
    void an_address_with_a_trick_in_it_gets_a_code(String path) throws Exception {
        assertThat(door.get(path).status()).isEqualTo(400);
        assertThat(door.get(path).code()).isEqualTo("page/refused");
        assertThat(door.get(path).text()).contains("Tidak ada yang disimpan").contains("Nothing was stored");
    }

    @Test
    void what_a_page_does_not_take_gets_a_code_in_both_languages() throws Exception {
        assertProblem(door.post("/", "text/plain", ""), 405, "page/wrong-method");
        assertProblem(door.post("/log/wbs/checkpoint", "text/plain", ""), 405, "page/wrong-method");
        assertProblem(door.post("/lapor", "application/json", "{}"), 415, "page/wrong-format");
        assertProblem(door.get("/log/lain/checkpoint"), 404, "page/not-found");
        assertProblem(door.fields("/kotak", "receipt", "x".repeat(300_000)), 413, "page/too-large");
        assertProblem(door.post("/kotak", "application/x-www-form-urlencoded", "receipt=%zz"), 400, "page/unreadable");
        assertProblem(
                door.send(door.request("/lapor")
                        .header("Content-Type", Door.MULTIPART)
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(BodyPublishers.ofString(Door.parts(WHOLE) + END))),
                403,
                "page/other-site");
        Door.Answer page = door.send(door.request("/tidak-ada?lang=en").header("Accept", "text/html"));
        assertThat(page.code()).isEqualTo("page/not-found");
        assertThat(page.text()).contains("This address does not exist here");
        assertUnchanged();
    }

    @Test
    void a_request_that_is_no_http_is_not_written_to_the_log() throws Exception {
        assertThat(door.raw("KULKUL rahasia-di-permintaan\r\n\r\n", false)).contains("400 Bad Request");
        door.raw("GET /" + "rahasia-di-permintaan".repeat(300) + " HTTP/1.1\r\n\r\n", false);
        String log = Files.readString(program.output(), StandardCharsets.UTF_8);
        assertThat(log)
                .doesNotContain("rahasia-di-permintaan")
                .doesNotContain("127.0.0.1")
                .doesNotContain("\tat ");
    }

    private void assertRefused(Door.Answer answer, int status, String words) throws Exception {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(words).doesNotContain("receipt-digits");
        assertUnchanged();
    }

    private static void assertProblem(Door.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).contains("\"id\":\"").contains("\"en\":\"").contains("\"detail\":\"");
    }

    /** A client that hung up is noticed a moment later. */
    private void assertUnchanged() throws Exception {
        for (int i = 0; i < 50 && !Footprint.of(program.home()).equals(before); i++) TimeUnit.MILLISECONDS.sleep(100);
        assertThat(Footprint.of(program.home())).isEqualTo(before);
    }
}
