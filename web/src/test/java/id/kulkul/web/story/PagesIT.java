package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every page for every reader: on a phone, by keyboard, in both languages, under an accessibility checker. */
@ExtendWith(Chromium.class)
class PagesIT {
    private static final int PHONE = 360;
    private static final int MOST_BYTES = 60 * 1024;
    private static final String TOO_SMALL =
            "() => [...document.querySelectorAll('button, .button, input:not([type=hidden]),"
                    + " textarea, select, summary, .top a, .bar a')].filter(e => e.getClientRects().length)"
                    + ".filter(e => (e.closest('.choice') ?? e).getBoundingClientRect().height < 43.5).map(e => e.outerHTML)";

    @TempDir
    static Path temporary;

    private static Packaged program;

    @BeforeAll
    static void start() {
        program = new Packaged(
                temporary.resolve("home"), "--kulkul.demo=true", "--kulkul.marks.wbs=2s", "--kulkul.marks.open=2s");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void public_pages_are_for_everybody(Page page) {
        for (String path : List.of("/", "/lapor", "/kotak", "/masuk", "/tidak-ada")) {
            page.navigate(program.url(path));
            check(page, "id");
            page.navigate(program.url(path + "?lang=en"));
            check(page, "en");
        }
    }

    @Test
    void a_form_with_mistakes_says_what_to_do_and_keeps_what_was_typed(Page page) {
        page.navigate(program.url("/lapor?lang=en"));
        page.locator("#identityName").fill("Somebody fictional");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".error-summary a")).hasCount(2);
        assertThat(page.locator("#identityName")).hasValue("Somebody fictional");
        check(page, "en");
    }

    @Test
    void a_public_page_with_its_style_sheet_is_light(Page page) {
        int style = page.request().get(program.url("/static/kulkul.css")).body().length;
        for (String path : List.of("/", "/lapor", "/kotak", "/masuk")) {
            int bytes = page.request().get(program.url(path)).body().length;
            assertThat(bytes + style).as(path).isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    @Test
    void a_report_is_made_and_its_mailbox_opened_by_keyboard_without_script(@Chromium.WithoutScript Page page) {
        page.navigate(program.url("/lapor"));
        tabTo(page, "category-corruption");
        page.keyboard().press("Space");
        tabTo(page, "body");
        page.keyboard().type("Laporan rekaan dengan papan ketik.");
        tabToButton(page, "Kirim laporan");
        page.keyboard().press("Enter");
        String digits = page.locator("#receipt-digits").textContent();
        String greeting = page.locator("#receipt-greeting").textContent();
        page.navigate(program.url("/kotak"));
        tabTo(page, "receipt");
        page.keyboard().type(digits);
        tabToButton(page, "Buka kotak");
        page.keyboard().press("Enter");
        Patience.untilAnswered(page);
        assertThat(page.locator("#greeting strong")).hasText(greeting);
    }

    @Test
    void the_receipt_and_the_mailbox_are_for_everybody(Page page) {
        page.navigate(program.url("/lapor"));
        page.locator("#category-bribery").check();
        page.locator("#body").fill("Laporan rekaan.");
        page.locator("main button[type=submit]").click();
        String digits = page.locator("#receipt-digits").textContent();
        check(page, "id");
        for (int i = 0; i < 10; i++) {
            page.navigate(program.url("/kotak?lang=en"));
            page.locator("#receipt").fill(digits);
            page.locator("main button[type=submit]").first().click();
            if (page.locator("#reply").count() > 0) break;
        }
        assertThat(page.locator("#reply")).isVisible();
        check(page, "en");
    }

    @Test
    void the_staff_pages_are_for_everybody_who_may_see_them(Page investigator) throws IOException {
        signIn(investigator, "penyelidik-1");
        check(investigator, "id");
        investigator.locator(".card .button").first().click();
        assertThat(investigator.locator("h1")).containsText("WBS-");
        Locator body = investigator.locator("section[data-kind=REPORT_BODY]");
        body.locator("[data-open]").click();
        assertThat(body.locator("[data-content]")).containsText("rekaan");
        for (Locator why : investigator.locator("summary").all()) why.click();
        check(investigator, "id");
        investigator.locator("#kunci").click();
        assertThat(body.locator("[data-content]")).isEmpty();
        check(investigator, "id");
    }

    @Test
    void custodian_and_administrator_see_no_report(Page custodian, Page administrator) throws IOException {
        signIn(custodian, "penjaga-1");
        check(custodian, "id");
        assertThat(custodian.locator(".card")).hasCount(0);
        signIn(administrator, "administrator");
        check(administrator, "id");
        assertThat(administrator.locator(".card")).hasCount(0);
    }

    @Test
    void the_audit_pages_are_for_everybody_who_may_see_them(Page auditor) throws IOException {
        signIn(auditor, "auditor");
        check(auditor, "id");
        auditor.locator(".card a").last().click();
        assertThat(auditor.locator("h1")).containsText("WBS-");
        check(auditor, "id");
        assertThat(auditor.locator("tbody tr").first()).containsText("wbs #");
    }

    private static void signIn(Page page, String name) throws IOException {
        page.navigate(program.url("/masuk"));
        page.locator("#name").fill(name);
        page.locator("#passphrase").fill(program.accounts().get(name));
        page.keyboard().press("Enter");
        page.waitForCondition(
                () -> !page.url().endsWith("/masuk"), new Page.WaitForConditionOptions().setTimeout(30_000));
        assertThat(page.locator("h1")).isVisible();
    }

    private static void check(Page page, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.content()).doesNotContain("??");
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as("axe on " + page.url())
                .extracting(Rule::getId)
                .isEmpty();
        page.setViewportSize(PHONE, 740);
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(PHONE);
        assertThat((List<?>) page.evaluate(TOO_SMALL))
                .as("targets of " + page.url())
                .isEmpty();
        page.setViewportSize(1366, 768);
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (page.locator("#" + id + ":focus").count() > 0) return;
        }
        throw new AssertionError("The keyboard does not reach #" + id);
    }

    private static void tabToButton(Page page, String text) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (page.locator("button:focus:has-text('" + text + "')").count() > 0) return;
        }
        throw new AssertionError("The keyboard does not reach the button " + text);
    }
}
