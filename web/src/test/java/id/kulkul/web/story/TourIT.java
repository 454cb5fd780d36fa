package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.web.browser.Chromium;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The demonstration's story, from its first step to its last, by keyboard alone. */
@Tag("story")
@Tag("demo")
@ExtendWith({Chromium.class, Demonstration.class})
@ResourceLock(Demonstration.QUIET)
class TourIT {
    private static Packaged program;

    @BeforeAll
    static void start(@Demonstration.Quiet Packaged shared) {
        program = shared;
    }

    @Test
    void a_visitor_becomes_each_person_in_turn_and_is_caught_cheating(Page page) throws Exception {
        page.navigate(program.url("/demo"));
        EveryPage.check(page, "id");
        press(page.locator("#langkah-1 button"));
        assertThat(page.locator("#kode")).hasText(Pattern.compile("([0-9]{5} ){7}[0-9]{5}"));
        investigate(page);
        answer(page);
        look(page);
        slide(page);
        verify(page);
        cheat(page);
        EveryPage.check(page, "id");
        assertThat(page.locator("#langkah-8")).containsText("kulkul-tools.jar verify");
        try (var left = Files.list(program.home())) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("coba"));
        }
    }

    @Test
    void what_the_visitor_does_not_do_its_people_do(Page page) {
        page.route(
                "**/static/js/staff-*.js",
                Route::abort); // the page as it is without our script; the checker needs its own
        page.navigate(program.url("/demo?lang=en"));
        page.locator("#langkah-1 button").click();
        page.locator("#langkah-2 form[action*=biarkan] button").click();
        assertThat(page.locator("#langkah-2 .tag")).hasText("Done");
        page.locator("#langkah-3 form[action*=biarkan] button").click();
        assertThat(page.locator("#langkah-3 .tag")).hasText("Done");
        assertThat(page.locator("#langkah-4 .tag")).hasText("Done");
        EveryPage.check(page, "en");
    }

    @Test
    void whom_a_visitor_becomes_in_english_is_met_in_english(Page page) {
        page.navigate(program.url("/demo?lang=en"));
        press(page.locator("#langkah-1 button"));
        assertThat(page.locator("#kode")).isVisible();
        page.waitForLoadState();
        press(page.locator("#langkah-5 form[data-enter] button"));
        assertThat(page.locator("h1")).containsText("WBS-", soon());
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page).hasURL(Pattern.compile(".*/audit/kasus/[0-9a-f]{32}\\?lang=en"));
    }

    @Test
    void an_event_that_is_none_changes_nothing() throws Exception {
        Door door = new Door(program, "");
        assertThat(door.fields("/demo/laporan").status()).isEqualTo(303);
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

    private static void investigate(Page page) {
        press(page, "Menjadi pemeriksa");
        assertThat(page.locator("h1")).containsText("WBS-", soon());
        Locator body = page.locator("section[data-kind=REPORT_BODY]");
        Keyboard keyboard = new Keyboard(page);
        keyboard.on(body.locator("[data-open]")).press("Enter");
        assertThat(body.locator("[data-content]")).containsText("(Cerita rekaan.)", soon());
        keyboard.on("form:has(input[value=ACKNOWLEDGE]) button").press("Enter");
        assertThat(page.locator("input[value=ACKNOWLEDGE]")).hasCount(0);
        press(page.locator("summary:has-text('Langkah lain')"));
        Locator form = page.locator("form[data-seal]:has(input[value=ASK_REPORTER])");
        keyboard.on(form.locator("textarea")).type("Bulan apa?");
        press(form.locator("button"));
        assertThat(page.locator("[role=status]:has-text('terkirim')")).isVisible(visibleSoon());
        page.navigate(program.url("/demo"));
        assertThat(page.locator("#langkah-2 .tag")).hasText("Selesai");
    }

    private static void answer(Page page) {
        untilKnown(page, "Menjadi pelapor: buka kotak dan jawab");
        assertThat(page.locator(".msg:not(.mine) p")).hasText("Bulan apa?");
        new Keyboard(page).on("#reply").type("Bulan Maret.");
        press(page.locator("form:has(#reply) button"));
        page.waitForURL(program.url("/kotak/jawab"));
        Patience.untilAnswered(page);
        assertThat(page.locator("[role=status]")).containsText("sudah terkirim");
        page.navigate(program.url("/demo"));
        assertThat(page.locator("#langkah-3 .tag")).hasText("Selesai");
    }

    private static void look(Page page) {
        untilKnown(page, "Menjadi pelapor: lihat siapa yang membuka");
        assertThat(page.locator("main")).containsText("Pemeriksa Pertama (rekaan)");
        page.navigate(program.url("/demo"));
    }

    private static void slide(Page page) {
        press(page, "Menjadi auditor: geser kasus ini");
        assertThat(page.locator("h1")).containsText("WBS-", soon());
        new Keyboard(page).on("#geser-saat").press("Home");
        assertThat(page.locator("#saat-kini")).containsText("Saat 1 dari", soon());
        assertThat(page.locator("#saat .facts").first()).containsText("Baru masuk");
        page.navigate(program.url("/demo"));
    }

    private static void verify(Page page) {
        press(page, "Jalankan alat periksa");
        assertThat(page.locator("#putusan")).containsText(Pattern.compile("VALID size=[0-9]+ root=[0-9a-f]{64}"));
        assertThat(page.locator("#putusan")).containsText("anchor=policy");
    }

    private static void cheat(Page page) {
        new Keyboard(page).on("#event-1").press("Space");
        String index = page.locator("label:has(#event-1)").textContent().replaceAll(".*-", "");
        press(page, "Coba curangi");
        assertThat(page.locator("#tertangkap")).containsText("INVALID index=" + index + " reason=event-altered");
    }

    private static void untilKnown(Page page, String words) {
        for (int i = 0; i < 10; i++) {
            press(page, words);
            page.waitForURL(program.url("/kotak"));
            Patience.untilAnswered(page);
            if (page.locator("#reply").count() > 0) return;
            page.navigate(program.url("/demo"));
        }
        throw new AssertionError("The mailbox stayed empty");
    }

    private static void press(Page page, String words) {
        press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true)));
    }

    private static void press(Locator button) {
        new Keyboard(button.page()).on(button).press("Enter");
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.IsVisibleOptions visibleSoon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }
}
