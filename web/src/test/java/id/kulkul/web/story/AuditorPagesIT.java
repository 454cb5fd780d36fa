package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an auditor finds on the pages of moments, and what is refused there. */
@Tag("story")
@Tag("audit")
@ExtendWith({Chromium.class, Demonstration.class})
class AuditorPagesIT {
    private static final List<String> LANGUAGES = List.of("id", "en");
    private static final int MOST_BYTES = 60 * 1024;
    private static final int ROWS = 30;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]*)\"");

    private static final Pattern REPORT = Pattern.compile("/audit/kasus/([0-9a-f]{32})");
    private static final Pattern INDEXES = Pattern.compile("data-indexes=\"([a-z0-9,-]+)\"");
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)");
    private static final Pattern DUE = Pattern.compile("Batas waktunya hari (ini|itu)");
    private static final Pattern INDEX = Pattern.compile("(wbs-[0-9]+)");

    private static Packaged program;
    private static Auditor auditor;

    @BeforeAll
    static void start(Packaged shared) {
        program = shared;
        auditor = new Auditor(program);
    }

    @Test
    void the_timeline_is_filtered_by_actor_event_and_month(Page page) throws IOException {
        for (String language : LANGUAGES) {
            auditor.openOldest(page, language);
            int all = page.locator("#linimasa tbody tr").count();
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("#saring-actor");
            page.locator("#saring-actor").selectOption("reporter");
            keyboard.tabTo("form:has(#saring-actor) button");
            keyboard.enter();
            int reporters = page.locator("#linimasa tbody tr").count();
            assertThat(reporters).isBetween(1, all - 1);
            page.locator("#saring-type").selectOption("reporter-replied");
            keyboard.on("form:has(#saring-actor) button").enter();
            assertThat(page.locator("#linimasa tbody tr code")).hasText(new String[] {"reporter-replied"});
            page.locator("#saring-month").selectOption(new SelectOption().setIndex(1));
            keyboard.on("form:has(#saring-actor) button").enter();
            EveryPage.check(page, language);
            page.navigate(page.url().replaceAll("type=[^&]*", "type=report-declined"));
            assertThat(page.locator("#saring-type")).hasValue("report-declined");
            assertThat(page.locator("#linimasa")).hasCount(0);
            EveryPage.check(page, language);
        }
    }

    @Test
    void a_filter_stays_from_moment_to_moment_and_links_follow_the_slider(Page page) throws IOException {
        auditor.openOldest(page, "id");
        page.navigate(page.url() + "?actor=reporter");
        Locator rows = page.locator("#linimasa tbody tr");
        int reporters = rows.count();
        Keyboard keyboard = new Keyboard(page);
        for (String on : List.of("#linimasa tbody tr:first-child a", "#at")) {
            keyboard.on(on).enter();
            assertThat(page.locator("#saring-actor")).hasValue("reporter");
            assertThat(rows).hasCount(reporters);
        }
        keyboard.on("#geser-saat").press("End");
        keyboard.press("ArrowLeft");
        assertThat(page.locator("#saat-kini")).containsText("Saat " + (Auditor.moments(page) - 1) + " dari");
        String moment = page.locator("#saat-kini").textContent();
        keyboard.on("form:has(#saring-actor) a").enter();
        assertThat(page.locator("#saring-actor")).hasValue("");
        assertThat(page.locator("#saat-kini")).hasText(moment);
        keyboard.on("a[data-with=from]").enter();
        keyboard.on("#geser-sampai").press("ArrowLeft");
        assertThat(page.locator("#to")).hasValue(index(moment));
        keyboard.on("form:has(#to) a").enter();
        assertThat(page.locator("#saat-kini")).hasText(moment);
    }

    @Test
    void the_pages_of_a_long_timeline_are_those_of_the_moment_that_is_shown(Page page) throws Exception {
        Submitted own = Submitted.to(program);
        Colleague ani = Colleague.signIn(program, "pemeriksa-1");
        ani.awaits(own.report());
        ani.door.fields("/kerja/kasus/" + own.report() + "/tindakan", "act", "ACKNOWLEDGE");
        for (int i = 0; i < ROWS; i++) {
            var message = ani.message(own.report(), "Pertanyaan rekaan.");
            assertThat(ani.send(own.report(), "ASK_REPORTER", message).status()).isEqualTo(204);
        }
        auditor.enter(page, "id");
        Patience.until("a checkpoint covers the case", () -> {
            page.navigate(auditor.url("/audit/kasus/" + own.report()));
            return page.locator("#geser-saat").count() > 0 && Auditor.moments(page) == ROWS + 2;
        });
        Keyboard keyboard = new Keyboard(page);
        keyboard.on("#geser-saat").press("Home");
        assertThat(page.locator("#saat-kini")).containsText("Saat 1 dari");
        keyboard.on("a[rel=prev]").enter();
        assertThat(page.locator("#saat-kini")).containsText("Saat 1 dari");
        assertThat(page.locator("#linimasa tr[aria-current]")).hasCount(1);
    }

    @Test
    void a_last_day_that_is_past_is_told_as_past() throws Exception {
        Door door = Colleague.signIn(program, "auditor").door;
        List<String> told = new ArrayList<>();
        for (String report : found(REPORT, door.get("/audit/kasus").text())) {
            String address = "/audit/kasus/" + report;
            String indexes = found(INDEXES, door.get(address).text()).getFirst();
            for (String index : found(NUMBER, indexes))
                told.addAll(found(DUE, door.get(address + "/beda?to=" + index).text()));
        }
        assertThat(told).isNotEmpty().containsOnly("itu");
    }

    @Test
    void lists_and_counters_are_those_of_the_moment(Page page) throws IOException {
        for (String language : LANGUAGES) {
            auditor.enter(page, language);
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("main a[href^='/audit/kasus?'], main a[href='/audit/kasus']");
            keyboard.enter();
            int now = number(page.locator(".nums li").first());
            assertThat(now).isGreaterThanOrEqualTo(11);
            assertThat(page.locator("[role=alert]")).hasCount(0);
            Chromium.picture(page, "auditor-list-" + language);
            EveryPage.check(page, language);
            page.navigate(auditor.address("/audit/kasus?at=0", language));
            assertThat(number(page.locator(".nums li").first())).isEqualTo(1);
            assertThat(number(page.locator("[data-pile=FRESH]"))).isEqualTo(1);
            assertThat(page.locator("#kasus tbody tr")).hasCount(1);
            keyboard.tabTo("[data-go=next]");
            keyboard.enter();
            EveryPage.check(page, language);
            page.locator("[data-pile=FRESH] a").click();
            assertThat(page).hasURL(Pattern.compile(".*[?&]pile=FRESH\\b.*"));
            page.locator("#kasus tbody a").first().click();
            assertThat(page.locator("h1")).containsText("WBS-");
        }
    }

    @Test
    void a_moment_that_is_none_is_refused_with_its_code(Page page) throws IOException {
        auditor.openOldest(page, "id");
        String report = page.url().replaceAll(".*/kasus/([0-9a-f]{32}).*", "$1");
        for (String path : List.of("/audit/kasus/" + report, "/audit/kasus/" + report + "/saat", "/audit/kasus")) {
            assertThat(code(page, path + "?at=-1")).isEqualTo("audit/not-an-index");
            assertThat(code(page, path + "?at=satu")).isEqualTo("audit/not-an-index");
            assertThat(code(page, path + "?at=99999999999999999999")).isEqualTo("audit/not-an-index");
            for (String near : List.of("999999999", "7", "wbs-7"))
                assertThat(page.request().get(auditor.url(path + "?at=" + near)).status())
                        .as(near)
                        .isEqualTo(200);
        }
        assertThat(code(page, "/audit/kasus/" + report + "?at=open-0")).isEqualTo("audit/other-log");
        assertThat(code(page, "/audit/kasus?at=none-0")).isEqualTo("audit/not-an-index");
        assertThat(code(page, "/audit/kasus/" + "0".repeat(32))).isEqualTo("page/not-found");
        assertThat(code(page, "/audit/log/wbs/titik-periksa/7")).isEqualTo("page/not-found");
        page.navigate(auditor.url("/audit/kasus/" + report + "?at=7"));
        assertThat(page.locator("#terdekat")).containsText("wbs-7 bukan peristiwa");
        assertThat(page.locator("#saat-kini")).containsText("Saat 1 dari");
        page.navigate(auditor.url("/audit/kasus/" + report + "?at=999999999"));
        assertThat(page.locator("#saat-kini")).containsText("Ditutup");
        String newest = page.request()
                .get(auditor.url("/audit"))
                .text()
                .replaceFirst("(?s).*?/audit/kasus/([0-9a-f]{32}).*", "$1");
        page.navigate(auditor.url("/audit/kasus/" + newest + "?at=0"));
        assertThat(page.locator("#saat-kini")).containsText("Saat 1 dari");
        EveryPage.check(page, "id");
    }

    @Test
    void nobody_else_sees_a_moment(Page page) throws IOException {
        for (String path : List.of("/audit/kasus", "/audit/kasus/" + "0".repeat(32) + "/beda")) {
            page.navigate(auditor.url(path));
            assertThat(page).hasURL(auditor.url("/masuk?ke=" + path));
        }
        page.navigate(auditor.url("/audit/kasus/" + "0".repeat(32) + "/saat"));
        assertThat(page).hasURL(auditor.url("/masuk"));
        auditor.signIn(page, "pemeriksa-1", "id", "Hari ini");
        for (String path : List.of("/audit/kasus", "/audit/kasus/" + "0".repeat(32) + "/beda")) {
            page.navigate(auditor.url(path));
            assertThat(page.locator("main code")).hasText("staff/not-yours");
        }
    }

    @Test
    void every_page_of_a_case_is_light_and_names_its_checkpoint(Page page) throws IOException {
        auditor.openOldest(page, "id");
        int style = page.request().get(auditor.url("/static/kulkul.css")).body().length;
        String address = page.url();
        for (String path : List.of(address, address + "/beda", auditor.url("/audit/kasus"))) {
            int bytes = page.request().get(path).body().length;
            assertThat(bytes + style).as(path).isLessThanOrEqualTo(MOST_BYTES);
        }
        String note = page.locator("#saat a[href*='/titik-periksa/']").getAttribute("href");
        String root = page.locator("#saat [data-name=proof] dd.mono").first().textContent();
        byte[] bytes = HexFormat.of().parseHex(root);
        assertThat(page.request().get(auditor.url(note)).text())
                .contains("/wbs\n")
                .contains(Base64.getEncoder().encodeToString(bytes));
    }

    private static String code(Page page, String path) {
        APIResponse answer =
                page.request().get(auditor.url(path), RequestOptions.create().setHeader("Accept", "application/json"));
        assertThat(answer.status()).isIn(400, 404);
        var found = CODE.matcher(answer.text());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String index(String moment) {
        return found(INDEX, moment).getFirst();
    }

    private static int number(Locator figure) {
        return Integer.parseInt(figure.locator("strong").textContent().strip());
    }
}
