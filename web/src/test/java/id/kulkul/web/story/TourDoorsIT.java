package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The doors of the demonstration's story, as a clumsy or hostile program knocks at them. */
@Tag("page")
@Tag("demo")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.QUIET)
class TourDoorsIT {
    private static final String JSON = "application/json";

    private static Packaged program;

    @BeforeAll
    static void start(@Demonstration.Quiet Packaged shared) {
        program = shared;
    }

    /** The door of the browser that was answered so. */
    private static Door told(Door.Answer answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).endsWith("; Path=/demo; Secure; HTTPOnly; SameSite=Strict");
        return new Door(program, cookie.substring(0, cookie.indexOf(';')));
    }

    @Test
    void whoever_sealed_a_report_is_told_its_story_and_nobody_else() throws Exception {
        SealedForm form = new SealedForm(program.home().resolve("keys"));
        String own = "{\"lookup\":\"" + SealedForm.text(form.keys.lookup()) + "\"}";
        Door anybody = new Door(program, "");
        Door.Answer before = anybody.post("/demo/cerita", JSON, own);
        assertThat(before.code()).isEqualTo("page/not-found");
        assertThat(before.headers().map()).doesNotContainKey("set-cookie");
        assertThat(anybody.post("/lapor/tersegel", JSON, form.message().toString())
                        .status())
                .isEqualTo(201);
        Door.Answer after = anybody.post("/demo/cerita", JSON, own);
        assertThat(after.text()).isEqualTo("{\"report\":\"" + Hex16.of(form.report) + "\"}");
        assertThat(told(after).get("/demo").text()).contains("data-report=\"" + Hex16.of(form.report));
        assertThat(anybody.get("/demo").text()).doesNotContain("data-report=");
        Door guessed = new Door(program, "kulkul-cerita=" + Hex16.of(form.report));
        assertThat(guessed.get("/demo").text()).doesNotContain("data-report=");
        for (String none :
                List.of("{}", "{\"lookup\":null}", "{\"lookup\":\"AAAA\"}", "{\"lookup\":\"%\"}", "[]", "null", ""))
            assertThat(anybody.post("/demo/cerita", JSON, none).code()).isEqualTo("page/unreadable");
    }

    @Test
    void a_cookie_that_names_no_story_is_none() {
        for (String none : List.of("", "x", "0".repeat(32), "0".repeat(4000), "A".repeat(32))) {
            Door door = new Door(program, "kulkul-cerita=" + none);
            assertThat(door.get("/demo").text()).contains("id=\"langkah-8\"").doesNotContain("data-report=");
            assertThat(door.fields("/demo/biarkan/jawaban").status()).isEqualTo(303);
            assertThat(door.fields("/demo/lihat").status()).isEqualTo(303);
            assertThat(door.fields("/demo/curangi", "event", "0").status()).isEqualTo(303);
        }
    }

    @Test
    void the_newest_eight_stories_are_told_and_an_older_one_is_begun_anew() {
        List<Door> doors = Stream.generate(() -> told(new Door(program, "").fields("/demo/laporan")))
                .limit(9)
                .toList();
        assertThat(doors.getFirst().get("/demo").text()).doesNotContain("id=\"kode\"");
        for (Door door : doors.subList(1, 9))
            assertThat(door.get("/demo").text()).contains("id=\"kode\"");
    }

    @Test
    void an_event_that_is_none_changes_nothing() throws Exception {
        Door door = told(new Door(program, "").fields("/demo/laporan"));
        for (String none : List.of("999999", "-1", "x", "")) {
            assertThat(door.fields("/demo/curangi", "event", none).status()).isEqualTo(303);
            assertThat(door.get("/demo").text()).contains("id=\"kode\"").doesNotContain("id=\"tertangkap\"");
        }
        assertThat(door.fields("/demo/biarkan/apa-saja", "event", "1").status()).isEqualTo(404);
        assertThat(door.post("/demo/curangi", "application/x-www-form-urlencoded", "event=%zz")
                        .code())
                .isEqualTo("page/unreadable");
        assertThat(door.fields("/demo/curangi", "event", "0").status()).isEqualTo(303);
        assertThat(door.get("/demo").text()).contains("id=\"tertangkap\"");
    }

    @Test
    void the_checker_that_is_given_is_the_one_that_was_built() throws Exception {
        Door door = new Door(program, "");
        byte[] given = door.get("/demo/alat").body();
        assertThat(given).isEqualTo(Files.readAllBytes(Path.of("..", "crypto", "target", "kulkul-tools.jar")));
        assertThat(door.get("/demo?lang=en").text())
                .contains(
                        Digest.sha256(given).hex(),
                        "\njava -jar kulkul-tools.jar verify",
                        "A checker from the server that it checks proves nothing alone");
    }

    @Test
    void what_a_proxy_passes_on_begins_no_story() throws Exception {
        Door door = new Door(program, "");
        long before = Footprint.of(program.home()).events();
        for (String header : List.of("Forwarded", "X-Forwarded-Proto", "Via", "CF-Connecting-IP")) {
            var posted =
                    door.request("/demo/laporan").header(header, "192.0.2.1").POST(HttpRequest.BodyPublishers.noBody());
            assertThat(door.send(posted).code()).isEqualTo("page/not-found");
        }
        assertThat(Footprint.of(program.home()).events()).isEqualTo(before);
    }

    @Test
    void the_script_of_the_story_is_asked_for_by_its_own_pages_alone() {
        Door door = new Door(program, "");
        Door.Answer script = door.get("/demo/cerita.js");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        for (String page : List.of("/demo", "/lapor?cerita=kirim", "/kotak?cerita=lihat"))
            assertThat(door.get(page).text()).contains("/demo/cerita.js");
        for (String page : List.of("/", "/lapor", "/kotak", "/masuk"))
            assertThat(door.get(page).text()).doesNotContain("cerita.js");
    }
}
