package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import id.kulkul.web.browser.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody approves findings blind: what was decided, by whom and on what grounds, reaches the second investigator and,
 * without the grounds, the auditor.
 */
@Tag("story")
@Tag("staff")
@Tag("audit")
@ExtendWith({Chromium.class, Demonstration.class})
class DecisionsIT {
    private static final String NOTE = "Ketiga kuitansi rekaan memakai satu nomor.";

    @Test
    void findings_are_recorded_read_and_only_then_confirmed(Packaged program, Page first, Page second)
            throws Exception {
        Entrance.signIn(program, first, "pemeriksa-1", "id");
        first.locator("tr:has-text('Audit investigatif') td a").first().click();
        assertThat(first.locator("h1")).containsText("WBS-");
        first.locator("[data-open-all]").click();
        assertThat(first.locator("section[data-kind=REPORT_BODY] [data-content]"))
                .containsText("rekaan");
        record(first);
        assertThat(first.locator("section[data-kind=REPORT_BODY] [data-content]"))
                .containsText("rekaan"); // what was open is still open after the act
        String address = first.url();

        Entrance.signIn(program, second, "pemeriksa-2", "id");
        second.locator("tr:has-text('Laporan hasil') td a").first().click();
        assertThat(second.locator("h1")).containsText("WBS-");
        assertThat(second.url()).isEqualTo(address);
        assertThat(second.locator("section[aria-labelledby=keputusan]")).containsText("Terbukti sebagian");
        confirm(second);
        assertThat(second.locator(".error-summary")).containsText("Buka dahulu catatan hasil");
        assertThat(second.locator(".error-summary")).containsText("Pemeriksa Pertama (rekaan)");
        second.locator("[data-open-all]").click();
        assertThat(second.locator("section[data-kind=INTERNAL_NOTE] [data-content]"))
                .hasText(NOTE);
        confirm(second);
        assertThat(second.locator("[role=status]:has-text('Hasil disetujui')")).isVisible();
        EveryPage.check(second, "id");
        heard(program, first, address);
        declare(second);
    }

    @Test
    void what_was_decided_on_an_older_stage_is_not_done(Packaged program) throws Exception {
        Colleague ani = Colleague.signIn(program, "pemeriksa-1");
        String address = "/kerja/kasus/" + Submitted.to(program).report();
        ani.awaits(address.substring(address.lastIndexOf('/') + 1));
        ani.door.fields(address + "/tindakan", "act", "ACKNOWLEDGE");
        Door.Answer stale =
                ani.door.fields(address + "/tindakan", "act", "HAND_OVER", "code", "KPK", "stage", "RECEIVED");
        assertThat(stale.headers().firstValue("Location")).contains(address + "?refused=reports/stage-changed");
        assertThat(ani.door.get(address).text()).contains(">Telaah awal<");
    }

    /** Who has a conflict of interest hears that the case is gone, since its page is. */
    private static void declare(Page page) {
        page.locator("summary:has-text('Langkah lain')").click();
        Locator form = page.locator("form:has(input[value=DECLARE_CONFLICT])");
        form.locator("select").selectOption(new SelectOption().setIndex(1));
        form.locator("input[type=checkbox]").check();
        form.locator("button").click();
        assertThat(page.locator("h1")).hasText("Hari ini");
        assertThat(page.locator("[role=status]:has-text('tidak lagi ada di meja Anda')"))
                .isVisible();
    }

    private static void record(Page page) {
        Locator form = page.locator("form:has(input[value=DRAFT_FINDINGS])");
        if (!form.isVisible()) page.locator("summary:has-text('Langkah lain')").click();
        form.locator("button").click();
        assertThat(form.locator("select:invalid")).hasCount(1); // nothing is chosen beforehand
        form.locator("select").selectOption("PARTLY_SUBSTANTIATED");
        form.locator("textarea").fill(NOTE);
        form.locator("button").click();
        assertThat(form.locator("input[type=checkbox]:invalid")).hasCount(1); // and nothing is done by one press
        form.locator("input[type=checkbox]").check();
        form.locator("button").click();
        assertThat(page.locator("[role=status]:has-text('Hasil tercatat')")).isVisible();
    }

    private static void confirm(Page page) {
        Locator form = page.locator("form:has(input[value=CONFIRM_FINDINGS])");
        form.locator("input[type=checkbox]").check();
        form.locator("button").click();
    }

    private static void heard(Packaged program, Page page, String address) throws Exception {
        page.context().clearCookies();
        Entrance.signIn(program, page, "auditor", "id");
        page.navigate(address.replace("/kerja/", "/audit/").replaceFirst("\\?.*", ""));
        Patience.until("the log covers the decision", () -> {
            page.reload();
            return page.locator(".then :text('Hasil disetujui')").count() > 0;
        });
        assertThat(page.locator(".then").last()).containsText("Terbukti sebagian");
        assertThat(page.locator(".then").last()).containsText("Pemeriksa Kedua (rekaan)");
        assertThat(page.content()).doesNotContain(NOTE);
    }
}
