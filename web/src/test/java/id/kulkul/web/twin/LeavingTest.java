package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.web.browser.Chromium;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever typed something, or has just been shown a receipt, is asked before it is gone; whoever must leave quickly is
 * not.
 */
@ExtendWith(Chromium.class)
class LeavingTest {
    private final Office office = new Office();
    private final ReporterSite server = new ReporterSite();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    private void open(Page page) {
        server.telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        staying(page);
    }

    private void staying(Page page) {
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
    }

    @Test
    void an_empty_form_is_left_without_a_question(Page page) {
        open(page);
        page.click("a.language");
        assertThat(page).hasTitle("kosong");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_form_with_a_text_asks_and_keeps_it_and_the_quick_exit_does_not_ask(Page page) {
        open(page);
        page.fill("#body", "Cerita rekaan");
        leave(page);
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
        page.click(".exit a");
        assertThat(page).hasTitle("kosong");
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_receipt_that_was_just_shown_asks(Page page) {
        send(page);
        assertThat(page.locator("a.language")).isHidden();
        page.evaluate("() => { setTimeout(() => location.assign('/kosong')); }");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(page.locator("#receipt-digits")).isVisible();
    }

    @Test
    void a_receipt_is_compared_aloud_group_by_group_and_then_goes_without_a_question(Page page) {
        send(page);
        var groups = page.locator("#receipt-digits li").allTextContents();
        var fields = page.locator(".check input");
        fields.first().fill(groups.getFirst().equals("12345") ? "54321" : "12345");
        assertThat(page.locator("[data-checked]")).hasText("[wrong]");
        assertThat(fields.first()).hasAttribute("aria-invalid", "true");
        for (int i = 0; i < groups.size(); i++) {
            fields.nth(i).fill(groups.get(i));
            assertThat(page.locator("[data-checked]")).hasText(i + 1 < groups.size() ? "[" + (i + 1) + "]" : "[all]");
        }
        int sent = server.taken.size();
        page.click("[data-check] button");
        assertThat(page).hasTitle("kosong");
        assertThat(asked).isEmpty();
        assertThat(server.taken).hasSize(sent);
    }

    @Test
    void a_message_of_the_staff_is_not_dropped_by_a_link_or_back(Page page) {
        try (var desk = new Desk(office)) {
            desk.showReport(office.manifest, Manifest.EVERYBODY)
                    .form(office.manifest, Manifest.EVERYBODY, Digest.ZERO)
                    .signIn(page);
            desk.openCase(page);
            page.fill("textarea", "Setengah jadi");
            staying(page);
            page.click("nav a");
            page.evaluate("() => history.back()");
            page.waitForCondition(() -> asked.size() == 2);
            assertThat(asked).containsOnly("confirm");
            assertThat(page).hasURL(desk.site.at(Desk.CASE));
            assertThat(page.locator("textarea")).hasValue("Setengah jadi");
        }
    }

    /** Sends a report; its receipt is shown. */
    private void send(Page page) {
        open(page);
        server.answering(ReporterSite.acknowledgement());
        page.check("#category-other");
        page.fill("#body", "Cerita rekaan");
        page.click("#send");
        assertThat(page.locator("main h1")).hasText("Diterima");
    }

    /** By keyboard, which waits for no page that never comes. */
    private static void leave(Page page) {
        page.focus("a.language");
        page.keyboard().press("Enter");
    }
}
