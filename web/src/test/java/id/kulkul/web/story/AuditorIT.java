package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An auditor moves through the history with a keyboard alone, with and without script, in both languages. */
@ExtendWith(Chromium.class)
class AuditorIT {
    private static final int MOST_BYTES = 60 * 1024;
    private static final List<String> LANGUAGES = List.of("id", "en");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]*)\"");
    private static final Pattern INDEX = Pattern.compile("wbs #([0-9.,]+)");

    @TempDir
    static Path temporary;

    private static Packaged program;

    @BeforeAll
    static void start() {
        program = new Packaged(
                temporary.resolve("home"), "--kulkul.demo=true", "--kulkul.marks.wbs=3s", "--kulkul.marks.open=3s");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_case_is_moved_through_time_with_the_keyboard(Page page) throws IOException {
        for (String language : LANGUAGES) {
            openOldest(page, language);
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("#geser-saat");
            Locator moment = page.locator("#saat-kini");
            keyboard.press("Home");
            assertThat(moment).containsText(language.equals("en") ? "Moment 1 of" : "Saat 1 dari");
            assertThat(page.locator("#saat .facts").first())
                    .containsText(language.equals("en") ? "Received sealed" : "Diterima tersegel");
            assertThat(page.locator("#saat .tag.met").first()).isVisible();
            String first = index(page);
            assertThat(page).hasURL(Pattern.compile(".*at=" + first + "\\b.*"));
            assertThat(page.locator("tr[data-index='" + first + "']")).hasAttribute("aria-current", "true");
            Chromium.picture(page, "auditor-slider-" + language);
            EveryPage.check(page, language);
            keyboard.tabTo("[data-go=view]");
            keyboard.press("Enter");
            assertThat(moment).containsText(language.equals("en") ? "Content opened" : "Isi dibuka");
            page.locator("#geser-saat").focus();
            keyboard.press("End");
            assertThat(page.locator("[data-go=next]")).isHidden();
            keyboard.press("ArrowLeft");
            assertThat(page.locator("[data-go=next]")).isVisible();
            for (Locator details :
                    page.locator("main details:not([open]) > summary").all()) details.click();
            assertThat(page.locator("#saat ol li").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
            Chromium.picture(page, "auditor-open-" + language);
            EveryPage.check(page, language);
        }
    }

    @Test
    void the_next_missed_deadline_is_one_press_away(Page page) throws IOException {
        openLate(page, "id");
        Keyboard keyboard = new Keyboard(page);
        keyboard.tabTo("[data-go=missed]");
        keyboard.press("Enter");
        assertThat(page.locator("tr[aria-current] .tag.late")).isVisible();
        assertThat(page.locator("#saat .tag.late").first()).hasText("Terlambat");
        assertThat(page.locator(":focus")).isVisible();
    }

    @Test
    void the_play_button_goes_one_moment_a_second_until_it_is_pressed_again(Page page) throws IOException {
        openOldest(page, "id");
        page.locator("#geser-saat").focus();
        page.keyboard().press("Home");
        Locator moment = page.locator("#saat-kini");
        assertThat(moment).containsText("Saat 1 dari");
        page.locator("#putar").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#putar")).hasText("Jeda");
        assertThat(moment).containsText("Saat 3 dari");
        page.keyboard().press("Space");
        assertThat(page.locator("#putar")).hasText("Putar");
        String stands = moment.textContent();
        page.waitForTimeout(1_500);
        assertThat(moment).hasText(stands);
        page.locator("#geser-saat").focus();
        page.keyboard().press("End");
        page.keyboard().press("ArrowLeft");
        page.locator("#putar").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#putar")).hasText("Putar");
        assertThat(page.locator("[data-go=next]")).isHidden();
    }

    @Test
    void two_handles_show_what_differs(Page page) throws IOException {
        for (String language : LANGUAGES) {
            openOldest(page, language);
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("a[data-with=from]");
            keyboard.press("Enter");
            assertThat(page.locator("#perubahan")).isVisible();
            keyboard.tabTo("#geser-dari");
            keyboard.press("Home");
            keyboard.tabTo("#geser-sampai");
            keyboard.press("End");
            Locator changes = page.locator("#perubahan tbody tr");
            for (String part : List.of("stage", "holder", "content", "clock"))
                assertThat(changes.locator("xpath=self::*[@data-part='" + part + "']")
                                .first())
                        .isVisible();
            assertThat(page.locator("tr[data-how=added][data-part=content]").first())
                    .isVisible();
            Chromium.picture(page, "auditor-diff-" + language);
            EveryPage.check(page, language);
            page.locator("#geser-sampai").focus();
            keyboard.press("Home");
            assertThat(changes).hasCount(0);
            EveryPage.check(page, language);
        }
    }

    @Test
    void the_same_works_without_script(Page door, @Chromium.WithoutScript Page page) throws IOException {
        signIn(door, "id");
        page.context()
                .addCookies(door.context().cookies().stream()
                        .map(cookie -> new Cookie(cookie.name, cookie.value)
                                .setUrl(program.url("/").replace("http:", "https:")))
                        .toList());
        for (String language : LANGUAGES) {
            page.navigate(address("/audit", language));
            Keyboard keyboard = new Keyboard(page);
            page.locator(".card a").last().focus();
            keyboard.enter();
            assertThat(page.locator("#geser")).isHidden();
            for (String jump : List.of("first", "next", "previous", "view", "last")) {
                keyboard.tabTo("[data-go=" + jump + "]");
                keyboard.enter();
            }
            String last = index(page);
            keyboard.tabTo("#at");
            keyboard.press("Control+A");
            keyboard.type("0");
            keyboard.enter();
            assertThat(index(page)).isEqualTo("0");
            keyboard.tabTo("a[data-with=from]");
            keyboard.enter();
            assertThat(page.locator("#perubahan tbody tr").first()).isVisible();
            keyboard.tabTo("#from");
            keyboard.press("Control+A");
            keyboard.type(last);
            keyboard.enter();
            assertThat(page.locator("#perubahan tbody tr")).hasCount(0);
        }
    }

    @Test
    void the_timeline_is_filtered_by_actor_event_and_month(Page page) throws IOException {
        for (String language : LANGUAGES) {
            openOldest(page, language);
            int all = page.locator("#linimasa tbody tr").count();
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("#saring-actor");
            page.locator("#saring-actor").selectOption("reporter");
            keyboard.tabTo("form:has(#saring-actor) button");
            keyboard.enter();
            int reporters = page.locator("#linimasa tbody tr").count();
            assertThat(reporters).isBetween(1, all - 1);
            page.locator("#saring-type").selectOption("reporter-replied");
            page.locator("form:has(#saring-actor) button").focus();
            keyboard.enter();
            assertThat(page.locator("#linimasa tbody tr code")).hasText(new String[] {"reporter-replied"});
            page.locator("#saring-month").selectOption(new SelectOption().setIndex(1));
            page.locator("form:has(#saring-actor) button").focus();
            keyboard.enter();
            EveryPage.check(page, language);
            page.navigate(page.url().replaceAll("type=[^&]*", "type=report-closed"));
            assertThat(page.locator("#linimasa")).hasCount(0);
            EveryPage.check(page, language);
        }
    }

    @Test
    void lists_and_counters_are_those_of_the_moment(Page page) throws IOException {
        for (String language : LANGUAGES) {
            signIn(page, language);
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("main a[href^='/audit/kasus?'], main a[href='/audit/kasus']");
            keyboard.enter();
            int now = number(page.locator(".figures li").first());
            assertThat(now).isGreaterThanOrEqualTo(11);
            Chromium.picture(page, "auditor-list-" + language);
            EveryPage.check(page, language);
            page.navigate(address("/audit/kasus?at=0", language));
            assertThat(number(page.locator(".figures li").first())).isEqualTo(1);
            assertThat(number(page.locator("[data-pile=FRESH]"))).isEqualTo(1);
            assertThat(page.locator("#kasus tbody tr")).hasCount(1);
            keyboard.tabTo("[data-go=next]");
            keyboard.enter();
            EveryPage.check(page, language);
            page.locator("[data-pile=FRESH] a").click();
            assertThat(page.locator("h1")).isVisible();
            page.locator("#kasus tbody a").first().click();
            assertThat(page.locator("h1")).containsText("WBS-");
        }
    }

    @Test
    void a_moment_that_is_none_is_refused_with_its_code(Page page) throws IOException {
        openOldest(page, "id");
        String report = page.url().replaceAll(".*/kasus/([0-9a-f]{32}).*", "$1");
        for (String path : List.of("/audit/kasus/" + report, "/audit/kasus/" + report + "/saat", "/audit/kasus")) {
            assertThat(code(page, path + "?at=-1")).isEqualTo("audit/not-an-index");
            assertThat(code(page, path + "?at=satu")).isEqualTo("audit/not-an-index");
            assertThat(code(page, path + "?at=99999999999999999999")).isEqualTo("audit/not-an-index");
            assertThat(code(page, path + "?at=999999999")).isEqualTo("audit/beyond-checkpoint");
            assertThat(code(page, path + "?at=7")).isEqualTo("audit/padding");
        }
        assertThat(code(page, "/audit/kasus/" + report + "/beda?from=0&to=7")).isEqualTo("audit/padding");
        assertThat(code(page, "/audit/kasus/" + "0".repeat(32))).isEqualTo("page/not-found");
        assertThat(code(page, "/audit/log/wbs/titik-periksa/7")).isEqualTo("page/not-found");
        signIn(page, "id");
        page.locator(".card a").first().click();
        String newest = page.url().replaceAll(".*/kasus/([0-9a-f]{32}).*", "$1");
        assertThat(code(page, "/audit/kasus/" + newest + "?at=0")).isEqualTo("audit/before-case");
        page.navigate(program.url("/audit/kasus?at=7"));
        assertThat(page.locator("main code")).hasText("audit/padding");
        EveryPage.check(page, "id");
    }

    @Test
    void nobody_else_sees_a_moment(Page page) throws IOException {
        for (String path : List.of("/audit/kasus", "/audit/kasus/" + "0".repeat(32) + "/saat")) {
            page.navigate(program.url(path));
            assertThat(page).hasURL(program.url("/masuk"));
        }
        signIn(page, "penyelidik-1", "id", "Hari ini");
        for (String path : List.of("/audit/kasus", "/audit/kasus/" + "0".repeat(32) + "/beda")) {
            page.navigate(program.url(path));
            assertThat(page.locator("main code")).hasText("staff/not-yours");
        }
    }

    @Test
    void every_page_of_a_case_is_light_and_names_its_checkpoint(Page page) throws IOException {
        openOldest(page, "id");
        int style = page.request().get(program.url("/static/kulkul.css")).body().length;
        String address = page.url();
        for (String path : List.of(address, address + "/beda", program.url("/audit/kasus"))) {
            int bytes = page.request().get(path).body().length;
            assertThat(bytes + style).as(path).isLessThanOrEqualTo(MOST_BYTES);
        }
        String note = page.locator("#saat a[href*='/titik-periksa/']").getAttribute("href");
        String root = page.locator("#saat .summary dd.mono").first().textContent();
        byte[] bytes = HexFormat.of().parseHex(root);
        assertThat(page.request().get(program.url(note)).text())
                .contains("/wbs\n")
                .contains(Base64.getEncoder().encodeToString(bytes));
    }

    private static String code(Page page, String path) {
        APIResponse answer =
                page.request().get(program.url(path), RequestOptions.create().setHeader("Accept", "application/json"));
        assertThat(answer.status()).isIn(400, 404);
        var found = CODE.matcher(answer.text());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }

    private static int number(Locator figure) {
        return Integer.parseInt(figure.locator("strong").textContent().strip());
    }

    private static String index(Page page) {
        var found = INDEX.matcher(page.locator("#saat-kini").textContent());
        assertThat(found.find()).isTrue();
        return found.group(1).replaceAll("[.,]", "");
    }

    private static void openOldest(Page page, String language) throws IOException {
        signIn(page, language);
        page.locator(".card a").last().click();
        assertThat(page.locator("h1")).containsText("WBS-");
    }

    /** A case with a duty that was missed, at its first moment. */
    private static void openLate(Page page, String language) throws IOException {
        signIn(page, language);
        page.navigate(address("/audit/kasus?pile=LATE", language));
        page.locator("#kasus tbody a").first().click();
        page.locator("[data-go=first]").click();
        assertThat(page.locator("[data-go=missed]")).isVisible();
    }

    private static void signIn(Page page, String language) throws IOException {
        signIn(page, "auditor", language, "Audit");
    }

    private static void signIn(Page page, String name, String language, String heading) throws IOException {
        page.navigate(address("/masuk", language));
        page.locator("#name").fill(name);
        page.locator("#passphrase")
                .fill(Objects.requireNonNull(program.accounts().get(name)));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(heading, new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    private static String address(String path, String language) {
        String join = path.contains("?") ? "&" : "?";
        return program.url(language.equals("en") ? path + join + "lang=en" : path);
    }
}
