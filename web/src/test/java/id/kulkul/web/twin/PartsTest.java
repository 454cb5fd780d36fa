package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.web.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What seals comes with the page, runs once somebody begins, and where it does not come nothing leaves and nothing is
 * lost.
 */
@ExtendWith(Chromium.class)
class PartsTest {
    private static final String SEALING = "**/static/js/sealing.js*";
    private static final String ADDRESS = "document.querySelector('[data-part=sealing]').href";

    private final Office office = new Office();
    private final ReporterSite reports = new ReporterSite();
    private final MailboxSite mailboxes = new MailboxSite();

    @AfterEach
    void close() {
        reports.close();
        mailboxes.close();
    }

    private void openForm(Page page) {
        reports.telling(Published.truly(office, office.manifest))
                .answering(ReporterSite.acknowledgement())
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void whoever_begins_to_write_asks_the_server_for_nothing(Page page) {
        var asked = new ArrayList<Request>();
        openForm(page);
        assertThat((int) page.evaluate("() => performance.getEntriesByName(" + ADDRESS + ").length"))
                .isPositive();
        page.onRequest(asked::add);
        page.check("#category-other");
        page.fill("#body", "Cerita rekaan");
        page.evaluate("() => import(" + ADDRESS + ").then(() => {})");
        assertThat(asked).isEmpty();
    }

    @Test
    void what_seals_runs_at_the_first_touch_and_not_before(Page page) {
        var stub = "globalThis.runs = true; export const holdsReport = () => false, forgetReport = () => {};";
        page.route(
                SEALING,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody(stub)));
        openForm(page);
        assertThat(page.evaluate("() => globalThis.runs === true")).isEqualTo(false);
        page.focus("#body");
        page.waitForFunction("() => globalThis.runs === true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealing", "words-id"})
    void a_report_waits_for_what_seals_it_and_is_sent_once_that_is_there(String part, Page page) {
        page.route("**/static/js/" + part + ".js*", Route::abort);
        openForm(page);
        page.check("#category-other");
        assertThat(page.locator("[data-unready]")).hasText("[not-loaded]");
        page.fill("#body", "Cerita rekaan");
        page.click("#send");
        assertThat(page.locator("[data-unready]")).isFocused();
        assertThat(page.locator("#send")).isEnabled();
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
        assertThat(reports.taken).isEmpty();
        page.unroute("**/static/js/" + part + ".js*");
        page.click("#send");
        assertThat(page.locator("main h1")).hasText("Diterima");
        assertThat(reports.taken).hasSize(1);
    }

    /** As the page of a hotel's Wi-Fi comes in place of everything. */
    @Test
    void a_page_in_place_of_what_seals_is_a_part_that_did_not_come(Page page) {
        page.route(
                SEALING,
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<h1>Wi-Fi</h1>")));
        openForm(page);
        page.focus("#body");
        assertThat(page.locator("[data-unready]")).hasText("[not-loaded]");
    }

    @Test
    void whoever_goes_on_writing_is_told_once_what_seals_is_there(Page page) {
        page.route(SEALING, Route::abort);
        openForm(page);
        page.focus("#body");
        assertThat(page.locator("[data-unready]")).isVisible();
        page.unroute(SEALING);
        page.waitForCondition(() -> {
            page.locator("#body").pressSequentially("a");
            page.waitForTimeout(200);
            return page.locator("[data-unready]").isHidden();
        });
    }

    @Test
    void leaving_a_page_whose_sealing_did_not_come_is_asked_about_if_something_is_typed(Page page) {
        page.route(SEALING, Route::abort);
        openForm(page);
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.locator("#body").pressSequentially("Cerita rekaan");
        page.reload();
        assertThat(asked).isEqualTo(List.of("beforeunload"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealing", "words-id", "words-en"})
    void a_mailbox_waits_for_what_opens_it(String part, Page page) {
        page.route("**/static/js/" + part + ".js*", Route::abort);
        page.navigate(mailboxes.holding().site.at("/kotak"));
        page.fill("#receipt", mailboxes.receipt.digits());
        page.click("#kotak button");
        assertThat(page.locator("[data-error]")).hasText("[not-loaded]");
        assertThat(page.locator("#kotak button")).isEnabled();
        assertThat(page.locator("#receipt")).hasValue(mailboxes.receipt.digits());
        page.unroute("**/static/js/" + part + ".js*");
        page.click("#kotak button");
        assertThat(page.locator("#greeting")).isVisible();
    }
}
