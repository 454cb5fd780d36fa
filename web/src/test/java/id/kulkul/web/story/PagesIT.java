package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Photos;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every page for every reader: on a phone, enlarged, in both languages, under an accessibility checker. */
@Tag("story")
@Tag("report")
@Tag("mailbox")
@Tag("staff")
@Tag("audit")
@ExtendWith({Chromium.class, Demonstration.class})
@ResourceLock(value = Demonstration.QUIET, mode = ResourceAccessMode.READ)
class PagesIT {
    private static final int MAILBOX_BYTES = 57_344;
    private static final Pattern DIGITS = Pattern.compile("([0-9]{5} ){7}[0-9]{5}");
    private static final List<String> LANGUAGES = List.of("id", "en");

    private static Packaged program;

    @BeforeAll
    static void start(@Demonstration.Quiet Packaged shared) {
        program = shared;
    }

    @Test
    void public_pages_are_for_everybody(Page page) {
        for (String path :
                List.of("/", "/lapor", "/kotak", "/masuk", "/tidak-ada", "/tentang/hukum", "/tentang/periksa")) {
            for (String language : LANGUAGES) {
                page.navigate(address(path, language));
                EveryPage.check(page, language);
                page.locator("a.language").first().click();
                assertThat(page.locator("html")).hasAttribute("lang", language.equals("en") ? "id" : "en");
            }
        }
    }

    @Test
    void what_cannot_be_undone_is_said_before_it_is_done() {
        Door door = new Door(program, "");
        String form = door.get("/lapor").text();
        assertThat(form).containsSubsequence("mengosongkan formulir", "<form", "<textarea");
        assertThat(form).containsSubsequence("id=\"exclude\"", "dapat menyimpulkan siapa yang Anda tandai", "checkbox");
        form = door.get("/lapor?lang=en").text();
        assertThat(form).containsSubsequence("changing it empties the form", "<form", "<textarea");
        assertThat(form).containsSubsequence("id=\"exclude\"", "can infer whom you marked", "checkbox");
    }

    @Test
    void a_form_with_mistakes_says_what_to_do_and_keeps_what_was_typed(Page page) {
        page.navigate(program.url("/lapor?lang=en"));
        page.locator("#identity summary").click();
        page.locator("#identityName").fill("Somebody fictional");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".error-summary a")).hasCount(2);
        assertThat(page.locator("#identityName")).hasValue("Somebody fictional");
        EveryPage.check(page, "en");
    }

    /** As a phone in a village loads it: packed, with everything that the page names. */
    @Test
    void a_page_is_light_on_the_wire() throws Exception {
        for (String path : List.of("/", "/lapor", "/kotak", "/masuk", "/tentang/pelindungan")) {
            Map<String, Integer> named = Wire.of(program.url("/"), path);
            assertThat(Wire.sum(named, "html|css")).as(path).isLessThanOrEqualTo(15 * 1024);
            assertThat(Wire.sum(named, "html|css|js|svg")).as(path).isLessThanOrEqualTo(100 * 1024);
        }
        Map<String, Integer> front = Wire.of(program.url("/"), "/");
        assertThat(Wire.sum(front, ".*")).isLessThanOrEqualTo(40 * 1024);
        assertThat(Wire.sum(front, "woff2")).isBetween(1024, 30 * 1024);
    }

    @Test
    void the_receipt_and_the_mailbox_are_for_everybody(Page page) throws Exception {
        page.route(
                "**/static/js/report-*.js",
                Route::abort); // the page as it is without our script; the checker needs its own
        for (String language : LANGUAGES) {
            String digits = report(page, language);
            EveryPage.check(page, language);
            open(page, "00000 ".repeat(8), language);
            EveryPage.check(page, language);
            Patience.until("the mailbox takes a reply", () -> {
                open(page, words(digits, "en"), language);
                return page.locator("#reply").isVisible();
            });
            assertThat(page.locator(".language")).hasCount(0);
            EveryPage.check(page, language);
        }
    }

    @Test
    void what_the_browser_seals_and_opens_itself_is_for_everybody(Page page) {
        for (String language : LANGUAGES) {
            page.navigate(address("/lapor", language));
            page.locator("#send").click();
            assertThat(page.locator(".error-summary")).isFocused();
            EveryPage.check(page, language);
            String digits = report(page, language);
            EveryPage.check(page, language);
            page.navigate(address("/kotak", language));
            enter(page, "00000 ".repeat(8));
            assertThat(page.locator("#kotak [data-error]")).isVisible();
            EveryPage.check(page, language);
            try (Receipt unknown = Receipt.random()) {
                openHere(page, unknown.digits(), language);
                assertThat(page.locator("[data-when=unknown]")).isVisible();
                EveryPage.check(page, language);
            }
            for (int i = 0; i < 20 && !page.locator("#reply").isVisible(); i++)
                openHere(page, words(digits, "id"), language);
            page.locator("[data-prove]").click();
            assertThat(page.locator("[data-proof] .box")).isVisible();
            EveryPage.check(page, language);
        }
    }

    /** The paper is a postcard's; whoever finds it learns no office from it but the address. */
    @Test
    void a_printed_receipt_is_a_ticket_of_one_small_page(Page page) {
        report(page, "id");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(336, 499); // A6 with 8 mm of margin
        assertThat(page.locator("#receipt-digits")).isVisible();
        assertThat(page.locator("#receipt-greeting")).isVisible();
        assertThat(page.locator(".receipt .facts")).containsText("/kotak");
        assertThat(page.locator(".receipt .facts strong")).hasCount(3);
        for (String gone : List.of(".mast", ".foot", ".demo", "[data-check]", "aside.side", "h1"))
            assertThat(page.locator(gone)).isHidden();
        assertThat((int) page.evaluate("() => document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(499);
    }

    @Test
    void a_lost_answer_and_a_wrong_signature_are_said_to_everybody(Page page) throws Exception {
        for (String language : LANGUAGES) {
            page.route("**/lapor/tersegel", Route::abort);
            fill(page, language);
            assertThat(page.locator(".error-summary")).isFocused();
            assertThat(page.locator("[data-maybe] [data-fill=digits]")).containsText(DIGITS);
            EveryPage.check(page, language);
            page.unroute("**/lapor/tersegel");
            String digits = page.locator("[data-maybe] [data-fill=digits]").textContent();
            page.locator("#send").click();
            assertThat(page.locator("#receipt-digits")).hasText(digits);
            page.route("**/kotak/bukti", PagesIT::signedBySomebodyElse);
            Patience.until("the wrong signature is told", () -> {
                openHere(page, digits, language);
                return page.locator("[data-when=foreign]").isVisible();
            });
            EveryPage.check(page, language);
            page.unroute("**/kotak/bukti");
        }
    }

    private static void signedBySomebodyElse(Route route) {
        APIResponse answer = route.fetch();
        String said = answer.text().replaceFirst("\"signature\":\"....", "\"signature\":\"AAAA");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(said));
    }

    /** The only copy of the code: whoever has set large letters must see every digit. */
    @Test
    void every_digit_of_the_receipt_is_seen_on_a_phone_with_letters_twice_as_large(Page page) {
        page.setViewportSize(390, 844);
        report(page, "id");
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        assertThat(page.evaluate("() => [...document.querySelectorAll('#receipt-digits li')].filter(li =>"
                        + " li.scrollWidth > li.clientWidth || li.getBoundingClientRect().right >"
                        + " document.querySelector('.receipt').getBoundingClientRect().right).length"))
                .isEqualTo(0);
    }

    private static String report(Page page, String language) {
        fill(page, language);
        String digits = page.locator("#receipt-digits").textContent();
        assertThat(page.locator("#receipt-words")).hasText(words(digits, language));
        return digits;
    }

    private static String words(String digits, String language) {
        try (Receipt receipt = Receipt.ofTyped(digits)) {
            return receipt.words(Locale.of(language));
        }
    }

    private static void fill(Page page, String language) {
        page.navigate(address("/lapor", language));
        page.locator("#category-bribery").check();
        page.locator("#body").fill("Laporan rekaan.");
        page.locator("main button[type=submit]").click();
    }

    private static void enter(Page page, String receipt) {
        page.locator("#receipt").fill(receipt);
        page.locator("#kotak button[type=submit]").click();
    }

    private static void openHere(Page page, String receipt, String language) {
        page.navigate(address("/kotak", language));
        enter(page, receipt);
        for (int i = 0; i < 10 && !greeted(page); i++)
            if (page.locator("#kotak button[type=submit]:enabled").count() > 0) enter(page, receipt);
        assertThat(page.locator("#greeting")).isVisible();
    }

    private static boolean greeted(Page page) {
        try {
            page.locator("#greeting").waitFor(new Locator.WaitForOptions().setTimeout(1500));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    @Test
    void an_investigator_sees_the_desk_and_a_case(Page page) throws IOException {
        for (String language : LANGUAGES) {
            Entrance.signIn(program, page, "pemeriksa-1", language);
            EveryPage.check(page, language);
            page.locator(".work td a").first().click();
            assertThat(page.locator("h1")).containsText("WBS-");
            Locator body = page.locator("section[data-kind=REPORT_BODY]");
            body.locator("[data-open]").click();
            assertThat(body.locator("[data-content]")).containsText("rekaan");
            for (Locator why : page.locator("summary").all()) why.click();
            EveryPage.check(page, language);
            page.locator("#kunci").click();
            assertThat(body.locator("[data-content]")).isEmpty();
            assertThat(page.locator("#buka-passphrase")).isFocused();
            EveryPage.check(page, language);
        }
    }

    @Test
    void a_photo_of_a_report_is_looked_at_by_everybody_and_not_printed(@Chromium.WithoutScript Page reporter, Page page)
            throws Exception {
        String report = sendPhoto(reporter);
        Patience.untilTheNextMark(program);
        for (String language : LANGUAGES) {
            List<String> delivered = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains(report + "/isi/")) delivered.add(request.url());
            });
            Entrance.signIn(program, page, "pemeriksa-1", language);
            page.locator("a[href*='" + report + "']").first().click();
            page.locator("section[data-kind=REPORT_BODY] [data-open]").click();
            Locator file = page.locator("section[data-kind=ATTACHMENT]");
            assertThat(file.locator("[data-content]")).containsText("foto.png");
            file.locator("[data-look]").click();
            assertThat(file.locator("canvas")).isVisible();
            EveryPage.check(page, language);
            file.locator("figure button").first().click();
            assertThat(file.locator(".enlarged")).isVisible();
            EveryPage.check(page, language);
            page.waitForDownload(() -> file.locator("[data-open]").click());
            assertThat(delivered).doesNotHaveDuplicates().hasSize(2);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(file.locator("canvas")).isHidden();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private static String sendPhoto(Page page) {
        page.navigate(program.url("/lapor"));
        String secret = page.locator("[name=secret]").inputValue();
        page.locator("#category-bribery").check();
        page.locator("#body").fill("Laporan rekaan dengan foto.");
        page.locator("#attachment").setInputFiles(new FilePayload("foto.png", "image/png", Photos.png(1600, 1200)));
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#receipt-digits")).isVisible();
        return FormCase.of(program, secret, "bribery", "Laporan rekaan dengan foto.", "", "");
    }

    @Test
    void custodian_and_administrator_see_no_report(Page page) throws IOException {
        for (String name : List.of("penjaga-1", "administrator")) {
            Entrance.signIn(program, page, name, "en");
            for (String language : LANGUAGES) {
                page.navigate(address("/kerja", language));
                EveryPage.check(page, language);
                assertThat(page.locator(".card")).hasCount(0);
            }
            page.navigate(address("/audit", "en"));
            assertThat(page.locator("main code")).hasText("staff/not-yours");
            EveryPage.check(page, "en");
        }
    }

    @Test
    void an_auditor_sees_the_logs_and_the_history_of_a_case(Page page) throws IOException {
        Entrance.signIn(program, page, "auditor", "en");
        for (String language : LANGUAGES) {
            page.navigate(address("/audit", language));
            EveryPage.check(page, language);
            page.locator(".card a").last().click();
            assertThat(page.locator("h1")).containsText("WBS-");
            EveryPage.check(page, language);
            assertThat(page.locator("tbody tr").first()).containsText("wbs-");
        }
    }

    /** The answer to a receipt, right or wrong, is as long as any other. */
    private static void open(Page page, String receipt, String language) {
        page.navigate(address("/kotak", language));
        page.locator("#receipt").fill(receipt);
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> page.locator("main button[type=submit]").first().click());
        assertThat(answer.body()).hasSize(MAILBOX_BYTES);
        Patience.untilAnswered(page);
        assertThat(page.locator("#greeting")).isVisible();
    }

    private static String address(String path, String language) {
        return program.url(language.equals("en") ? path + "?lang=en" : path);
    }
}
