package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.browser.Chromium.WithoutScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The demonstration's story, from its first step to its last: by keyboard alone, by finger, and without JavaScript. */
@Tag("story")
@Tag("demo")
@ExtendWith({Chromium.class, Demonstration.class})
@ResourceLock(Demonstration.QUIET)
class TourIT {
    private static final Pattern CODE = Pattern.compile("([0-9]{5} ){7}[0-9]{5}");
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    private static Packaged program;

    @BeforeAll
    static void start(@Demonstration.Quiet Packaged shared) {
        program = shared;
    }

    @Test
    void a_visitor_becomes_each_person_in_turn_and_is_caught_cheating_and_no_word_leaves_the_browser(Page page)
            throws Exception {
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        page.onRequest(request -> sent.add(said(request)));
        page.navigate(program.url("/demo"));
        assertThat(page.locator("[data-sealed-here=yes]").first()).isVisible();
        EveryPage.check(page, "id");
        String code = report(page);
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
        assertThat(sent)
                .anyMatch(request -> request.contains("/lapor/tersegel"))
                .anyMatch(request -> request.contains("/kotak/tersegel"))
                .noneMatch(request -> request.replaceAll("[^0-9]", "").contains(code.replace(" ", "")))
                .noneMatch(request -> request.contains("semen") || request.contains("Maret"));
    }

    @Test
    void on_a_phone_and_in_english_the_story_is_told_as_well(Page page) {
        page.setViewportSize(WIDTH, HEIGHT);
        page.navigate(program.url("/demo?lang=en"));
        page.locator("#langkah-1 a.btn").click();
        assertThat(page.locator("#body")).hasValue(Pattern.compile("\\(A made-up story\\.\\).*", Pattern.DOTALL));
        assertThat(page.locator("a.language").first()).hasAttribute("href", program.url("/lapor?cerita=kirim"));
        page.locator("#send").click();
        page.locator("[data-check] button:has-text('Go on to step 2')").click();
        assertThat(page.locator("#kode")).hasText(CODE);
        assertThat(page).hasURL(program.url("/demo?lang=en#langkah-2"));
        page.locator("#langkah-2 form[action*=biarkan] button").click();
        assertThat(page.locator("#langkah-2 .tag.ok")).hasText("Done");
        page.locator("#langkah-3 a.btn").click();
        assertThat(page.locator("#receipt")).hasValue(CODE);
        page.locator("#kotak button").click();
        assertThat(page.locator(".msg:not(.mine) p"))
                .hasText("Thank you. In which month was the bill written?", textSoon());
        assertThat(page.locator("#reply")).hasValue("In March, two days before the holiday.");
        page.locator("form:has(#reply) button").click();
        assertThat(page.locator("[data-outcome]")).containsText("sent", soon());
        assertThat(page.locator("#reply")).hasValue("");
        page.locator("aside.demo a:has-text('Go on to step 4')").click();
        assertThat(page).hasURL(program.url("/demo?lang=en#langkah-4"));
        assertThat(page.locator("#langkah-3 .tag.ok")).hasText("Done");
        EveryPage.check(page, "en");
        page.setViewportSize(WIDTH, HEIGHT);
        press(page.locator("#langkah-5 form[data-enter] button"));
        assertThat(page.locator("h1")).containsText("WBS-", soon());
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page).hasURL(Pattern.compile(".*/audit/kasus/[0-9a-f]{32}\\?lang=en"));
    }

    @Test
    void without_javascript_the_server_seals_and_the_page_says_so(@WithoutScript Page page) {
        page.navigate(program.url("/demo"));
        assertThat(page.locator("main")).containsText("disegel oleh server");
        page.locator("#langkah-1 button").click();
        assertThat(page.locator("#kode")).hasText(CODE);
        assertThat(page.locator("#langkah-1 .facts")).containsText("oleh server, karena dikirim tanpa JavaScript");
        page.locator("#langkah-2 form[action*=biarkan] button").click();
        page.locator("#langkah-3 form[action$=kotak] button").click();
        Patience.untilAnswered(page);
        assertThat(page.locator(".msg:not(.mine) p")).hasText("Terima kasih. Bulan apa nota itu ditulis?");
        page.locator("aside.demo a").click();
        page.locator("#langkah-3 form[action*=biarkan] button").click();
        assertThat(page.locator("#langkah-3 .tag.ok")).hasText("Selesai");
        now(page, 4);
        page.locator("#langkah-4 form button").click();
        Patience.untilAnswered(page);
        assertThat(page.locator("main")).containsText("Pemeriksa Pertama (rekaan)");
        page.navigate(program.url("/demo"));
        assertThat(page.locator("#langkah-4 .tag")).hasText("Selesai");
        page.locator("#langkah-6 form button").click();
        assertThat(page.locator("#langkah-6 .tag.ok")).hasText("Selesai");
        page.locator("#langkah-7 form button").click();
        assertThat(page.locator("#tertangkap")).containsText("INVALID");
    }

    @Test
    void visitors_are_told_their_own_stories(Page one, Page other, @WithoutScript Page third) {
        for (Page page : List.of(one, other, third)) page.navigate(program.url("/demo"));
        report(one);
        report(other);
        assertThat(third.locator("#kode")).hasCount(0);
        third.locator("#langkah-1 button").click();
        one.locator("#langkah-2 form[action*=biarkan] button").click();
        assertThat(one.locator("#langkah-2 .tag.ok")).hasText("Selesai");
        List<String> stories = new ArrayList<>();
        for (Page page : List.of(one, other, third)) {
            page.navigate(program.url("/demo"));
            stories.add(page.locator("ol.steps").getAttribute("data-report"));
        }
        assertThat(stories).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(other.locator("#langkah-2 .tag.ok")).hasCount(0);
        assertThat(third.locator("#langkah-2 .tag.ok")).hasCount(0);
    }

    @Test
    void a_visitor_who_signs_out_on_the_way_goes_on_with_the_story(Page page) {
        page.navigate(program.url("/demo"));
        String code = report(page);
        press(page, "Menjadi pemeriksa");
        assertThat(page.locator("h1")).containsText("WBS-", soon());
        page.locator("form[action*=keluar] button").click();
        page.waitForURL(program.url("/"));
        page.navigate(program.url("/demo"));
        assertThat(page.locator("#kode")).hasText(code);
    }

    @Test
    void the_code_is_in_the_tab_that_sent_the_report_and_in_no_other(Page page) {
        page.navigate(program.url("/demo"));
        report(page);
        Page tab = page.context().newPage();
        tab.navigate(program.url("/demo"));
        assertThat(tab.locator("#kode")).isHidden();
        assertThat(tab.locator("#langkah-1 .facts")).containsText("Server tidak mengenalnya.");
        tab.locator("#langkah-3 a.btn").click();
        assertThat(tab.locator("main .box").first()).containsText("Tab ini tidak membawa kode cerita.");
        assertThat(tab.locator("#receipt")).hasValue("");
    }

    @Test
    void nothing_but_the_story_is_sent_from_its_form_and_no_other_form_is_remembered(Page page) {
        page.navigate(program.url("/lapor?cerita=kirim"));
        assertThat(page.locator("#body")).hasValue(Pattern.compile("\\(Cerita rekaan\\.\\).*", Pattern.DOTALL));
        assertThat(page.locator("#lapor :is(textarea, input[type=text]):not([readonly])"))
                .hasCount(0);
        assertThat(page.locator("#lapor :is([type=radio], [type=checkbox], [type=file]):enabled:not(:checked)"))
                .hasCount(0);
        page.navigate(program.url("/lapor"));
        page.locator("#category-bribery").check();
        page.locator("#body").fill("Laporan rekaan lain.");
        page.locator("#send").click();
        assertThat(page.locator("#receipt-digits")).isVisible(visibleSoon());
        assertThat((String) page.evaluate("() => window.name")).isEmpty();
        assertThat(page.locator("[data-check]")).hasAttribute("action", "/kotak");
    }

    @Test
    void where_the_page_does_not_seal_nothing_is_filled_in(Page page) {
        page.navigate(program.url("/demo"));
        report(page);
        page.route("**/static/js/report-*.js", Route::abort);
        page.navigate(program.url("/kotak?cerita=jawab"));
        assertThat((String) page.evaluate("() => window.name")).startsWith("kulkul-cerita ");
        assertThat(page.locator("#receipt")).hasValue("");
        page.navigate(program.url("/lapor?cerita=kirim"));
        assertThat(page.locator("#body")).hasValue("");
    }

    private static String said(Request request) {
        byte[] body = request.postDataBuffer();
        return request.url() + " " + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    /** Sends the story and goes on with its receipt; gives the code. */
    private static String report(Page page) {
        press(page.locator("#langkah-1 a.btn"));
        assertThat(page.locator("#lapor")).isVisible();
        EveryPage.check(page, "id");
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tekan tombol di bawah")));
        assertThat(page.locator("#send")).isInViewport();
        press(page.locator("#send"));
        Locator digits = page.locator("#receipt-digits");
        assertThat(digits).isVisible(visibleSoon());
        String code = String.join(" ", digits.locator("li").allTextContents());
        assertThat(page.locator("main")).containsText("disegel di peramban Anda");
        assertThat(page.locator("form[data-check]:valid")).isVisible();
        EveryPage.check(page, "id");
        press(page, "Lanjut ke langkah 2");
        page.waitForURL(program.url("/demo#langkah-2"));
        assertThat(page.locator("#kode")).hasText(code);
        assertThat(page.locator("#langkah-1 .facts")).containsText("di peramban pelapor, sebelum dikirim");
        return code;
    }

    private static void investigate(Page page) {
        press(page, "Menjadi pemeriksa");
        assertThat(page.locator("h1")).containsText("WBS-", soon());
        assertThat(page.locator("main")).containsText("Disegel di perangkat pelapor, sebelum dikirim");
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
        goOn(page, 3);
        assertThat(page.locator("#langkah-2 .tag.ok")).hasText("Selesai");
    }

    private static void answer(Page page) {
        press(page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions()
                        .setName("Menjadi pelapor: buka kotak dan jawab")
                        .setExact(true)));
        open(page);
        assertThat(page.locator(".msg:not(.mine) p")).hasText("Bulan apa?");
        assertThat(page.locator("#reply")).hasValue("Bulan Maret, dua hari sebelum libur.");
        press(page.locator("form:has(#reply) button"));
        assertThat(page.locator("[data-outcome]")).containsText("sudah terkirim", soon());
        goOn(page, 4);
        assertThat(page.locator("#langkah-3 .tag.ok")).hasText("Selesai");
    }

    private static void look(Page page) {
        press(page, "Menjadi pelapor: lihat siapa yang membuka");
        open(page);
        assertThat(page.locator("main")).containsText("Pemeriksa Pertama (rekaan)");
        assertThat(page.locator("#reply")).hasValue("");
        goOn(page, 5);
        assertThat(page.locator("#langkah-4 .tag")).hasText("Selesai");
    }

    /** Goes on with the strip's link, which leads to the step that comes. */
    private static void goOn(Page page, int step) {
        press(page.locator("aside.demo a:has-text('Lanjut ke langkah " + step + "')"));
        page.waitForURL(program.url("/demo#langkah-" + step));
        assertThat(page.locator("aside.demo a")).hasCount(0);
        now(page, step);
    }

    /** Only the step that is due is marked so, and only its button stands out among those of the steps. */
    private static void now(Page page, int step) {
        Locator due = page.locator(".steps > [aria-current=step]");
        assertThat(due).hasId("langkah-" + step);
        assertThat(due.locator(".tag")).hasText("Sekarang");
        assertThat(page.locator(".steps .tag:has-text('Sekarang')")).hasCount(1);
        assertThat(page.locator(".steps > :not([aria-current]) .btn:not(.alt)")).hasCount(0);
        assertThat(due.locator(".btn:not(.alt)")).hasCount(1);
    }

    /** Opens the mailbox with the code that is filled in; what is busy is asked again. */
    private static void open(Page page) {
        assertThat(page.locator("#receipt")).hasValue(CODE);
        EveryPage.check(page, "id");
        Locator busy = page.locator("#kotak:has([data-error]:visible) button:enabled");
        press(page.locator("#kotak button"));
        for (int i = 0; i < 15; i++) {
            assertThat(page.locator("#greeting").or(busy).first()).isVisible(visibleSoon());
            if (page.locator("#greeting").count() > 0) return;
            press(busy);
        }
        throw new AssertionError("The mailbox stayed busy");
    }

    private static void slide(Page page) {
        press(page, "Menjadi auditor: geser kasus ini");
        assertThat(page.locator("h1")).containsText("WBS-", soon());
        new Keyboard(page).on("#geser-saat").press("Home");
        assertThat(page.locator("#saat-kini")).containsText("Saat 1 dari", soon());
        assertThat(page.locator("#saat .facts").first()).containsText("Baru masuk");
        press(page.locator("aside.demo a:has-text('Lanjut ke langkah 6')"));
        page.waitForURL(program.url("/demo#langkah-6"));
    }

    private static void verify(Page page) {
        press(page, "Jalankan alat periksa");
        assertThat(page.locator("#putusan")).containsText(Pattern.compile("VALID size=[0-9]+ root=[0-9a-f]{64}"));
        assertThat(page.locator("#putusan")).containsText("anchor=policy");
    }

    private static void cheat(Page page) {
        new Keyboard(page).on("#event-1").press("Space");
        String index = page.locator("label:has(#event-1)").textContent().replaceAll(".*-", "");
        page.setViewportSize(WIDTH, HEIGHT);
        press(page, "Coba curangi");
        assertThat(page.locator("#langkah-7 .verdict p")).isInViewport();
        assertThat(page.locator("#langkah-7 .verdict p"))
                .containsText(Pattern.compile("^Catatan nomor " + index + " \\(.+\\) tidak sama lagi"));
        assertThat(page.locator("#langkah-7 .tag.late")).hasText("Ketahuan!");
        assertThat(page.locator("#tertangkap")).containsText("INVALID index=" + index + " reason=event-altered");
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

    private static LocatorAssertions.HasTextOptions textSoon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    }
}
