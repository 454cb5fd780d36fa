package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no browser sends gets a stable answer and leaves nothing behind; the program has half a gigabyte for all of it.
 */
@Tag("page")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.UNCOVERED)
class BadRequestIT {
    private Untouched office;
    private Door door;

    @BeforeEach
    void measure(@Demonstration.Uncovered Packaged program) throws Exception {
        office = new Untouched(program);
        door = office.door();
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
        Path home = office.program().home().toAbsolutePath();
        command.addAll(List.of("--kulkul.home=" + home, "--kulkul.demo=true", "--server.port=0"));
        Process second = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said.lines().filter(line -> !line.isBlank() && !line.contains(" INFO ")))
                .containsExactly("Kulkul is already running on " + home
                        + ": stop it, or choose another folder with --kulkul.home.");
        office.assertUnchanged();
        assertThat(door.report(FormCase.WHOLE).status()).isEqualTo(200);
        assertThat(office.now().events()).isEqualTo(office.before().events() + 1);
    }

    @Test
    void a_body_that_says_it_is_packed_is_refused_with_a_code() throws Exception {
        for (String path : List.of("/lapor", "/kotak", "/masuk", "/kotak/halaman"))
            Untouched.assertProblem(
                    door.send(door.request(path)
                            .header("Content-Type", "application/json")
                            .header("Content-Encoding", "gzip")
                            .POST(BodyPublishers.ofString("{}"))),
                    415,
                    "page/wrong-format");
        office.assertUnchanged();
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
        Untouched.assertProblem(door.post("/", "text/plain", ""), 405, "page/wrong-method");
        Untouched.assertProblem(door.post("/log/wbs/checkpoint", "text/plain", ""), 405, "page/wrong-method");
        Untouched.assertProblem(door.post("/lapor", "application/json", "{}"), 415, "page/wrong-format");
        Untouched.assertProblem(door.get("/log/lain/checkpoint"), 404, "page/not-found");
        Untouched.assertProblem(door.fields("/kotak", "receipt", "x".repeat(300_000)), 413, "page/too-large");
        Untouched.assertProblem(
                door.post("/kotak", "application/x-www-form-urlencoded", "receipt=%zz"), 400, "page/unreadable");
        Untouched.assertProblem(
                door.send(door.request("/lapor")
                        .header("Content-Type", Door.MULTIPART)
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(BodyPublishers.ofString(Door.parts(FormCase.WHOLE) + Door.END))),
                403,
                "page/other-site");
        Door.Answer page = door.send(door.request("/tidak-ada?lang=en").header("Accept", "text/html"));
        assertThat(page.code()).isEqualTo("page/not-found");
        assertThat(page.text()).contains("This address does not exist here");
        office.assertUnchanged();
    }

    @Test
    void a_request_that_is_no_http_is_not_written_to_the_log() throws Exception {
        assertThat(door.raw("KULKUL rahasia-di-permintaan\r\n\r\n", false)).contains("400 Bad Request");
        door.raw("GET /" + "rahasia-di-permintaan".repeat(300) + " HTTP/1.1\r\n\r\n", false);
        String log = Files.readString(office.program().output(), StandardCharsets.UTF_8);
        assertThat(log)
                .doesNotContain("rahasia-di-permintaan")
                .doesNotContain("127.0.0.1")
                .doesNotContain("\tat ");
    }
}
