package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class SigningInTest {
    private static final String REPORT = "{\"v\":1,\"category\":\"x\",\"text\":\"Jalan ini tidak pernah dibuat.\"}";
    private final Desk desk = new Desk(new Office());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_passphrase_never_leaves_the_browser(Page page) {
        desk.signIn(page);
        assertThat(desk.requests).isNotEmpty().allSatisfy(request -> assertThat(request.body())
                .doesNotContain("legal", "sausage", "worth"));
    }

    @Test
    void keys_last_from_the_sign_in_to_the_case_without_a_second_document(Page page) {
        desk.show(desk.office.report(REPORT));
        page.navigate(desk.site.at("/masuk"));
        page.evaluate("() => { window.document_of_the_sign_in = true; }");
        page.fill("[name=name]", "ani");
        page.fill("[name=passphrase]", "  Legal winner  thank year wave sausage WORTH ");
        page.click("#masuk button");
        page.waitForURL(desk.site.at("/kerja"));
        assertThat(page.locator("h1")).isFocused();
        desk.openCase(page);
        assertThat(page).hasTitle("Kasus");
        assertThat(page.locator("#buka")).isHidden();
        assertThat(desk.open(page, 0)).isEqualTo("Jalan ini tidak pernah dibuat.");
        page.goBack();
        assertThat(page).hasTitle("Hari ini");
        assertThat(page.evaluate("window.document_of_the_sign_in")).isEqualTo(true);
    }

    @Test
    void a_mistyped_word_is_named_and_nothing_else_is_told(Page page) {
        page.navigate(desk.site.at("/masuk"));
        page.fill("[name=name]", "ani");
        page.fill("[name=passphrase]", "legal winner thank year wave sausage wort");
        page.click("#masuk button");
        assertThat(page.locator(".err")).hasText("[unknown-word wort]");
        page.fill("[name=passphrase]", "legal winner thank year wave sausage worry");
        page.click("#masuk button");
        assertThat(page.locator(".err")).hasText("[wrong-passphrase]");
    }

    @Test
    void hyphens_full_stops_and_what_nobody_sees_part_words_as_spaces_do(Page page) {
        page.navigate(desk.site.at("/masuk"));
        page.fill("[name=name]", "\u00a0ani\u200b");
        page.fill("[name=passphrase]", "\u200blegal-winner.thank\u00a0year_wave\u200bsausage, worth.");
        page.click("#masuk button");
        page.waitForURL(desk.site.at("/kerja"));
    }

    @Test
    void what_may_be_more_than_one_word_is_never_shown(Page page) {
        page.navigate(desk.site.at("/masuk"));
        page.fill("[name=name]", "ani");
        for (String typed :
                List.of("legalwinnerthankyearwavesausageworth", "legal winner thankyear wave sausage worth")) {
            page.fill("[name=passphrase]", typed);
            page.click("#masuk button");
            assertThat(page.locator("#masuk[aria-busy=false] .err")).isVisible();
            assertThat(page.locator(".err")).hasText(typed.contains(" ") ? "[joined-words 3]" : "[joined-words 1]");
            assertThat(page.locator("body")).not().containsText("year");
        }
        page.fill("[name=passphrase]", "legal winner thank year wave sausage");
        page.click("#masuk button");
        assertThat(page.locator(".err")).hasText("[word-count 6]");
    }

    @Test
    void what_is_typed_can_be_shown(Page page) {
        page.navigate(desk.site.at("/masuk"));
        page.check("[data-reveal]");
        assertThat(page.locator("[name=passphrase]")).hasAttribute("type", "text");
        page.uncheck("[data-reveal]");
        assertThat(page.locator("[name=passphrase]")).hasAttribute("type", "password");
    }

    @Test
    void a_server_that_talks_the_stretching_down_learns_nothing(Page page) {
        desk.site.on(
                "/masuk/tantangan",
                request -> Answer.json(
                        "{\"salt\":\"AAECAwQFBgcICQoLDA0ODw\",\"memoryKiB\":8,\"iterations\":1,\"parallelism\":1}"));
        page.navigate(desk.site.at("/masuk"));
        page.fill("[name=name]", "ani");
        page.fill("[name=passphrase]", Desk.PASSPHRASE);
        page.click("#masuk button");
        assertThat(page.locator(".err")).hasText("[weak]");
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void after_a_reload_the_box_is_closed_until_the_passphrase_is_typed_again(Page page) {
        desk.show(desk.office.report(REPORT));
        desk.signIn(page);
        desk.openCase(page);
        page.reload();
        assertThat(page.locator("#kunci")).isHidden();
        assertThat(desk.open(page, 0)).isEqualTo("[closed]");
        assertThat(page.locator("#buka input")).isFocused();
        page.fill("#buka input", "legal winner thank year wave sausage worry");
        page.click("#buka button");
        assertThat(page.locator("#buka .err")).hasText("[wrong-passphrase]");
        page.fill("#buka input", Desk.PASSPHRASE);
        page.click("#buka button");
        assertThat(page.locator("#buka")).isHidden();
        assertThat(desk.open(page, 0)).isEqualTo("Jalan ini tidak pernah dibuat.");
    }

    @Test
    void somebody_without_keys_signs_in_and_simply_has_none(Page page) {
        desk.site.on("/kerja/kunci", request -> Answer.refused(404, "Tidak ada"));
        desk.signIn(page);
        assertThat(page).hasTitle("Hari ini");
        assertThat(page.locator("#kunci")).isHidden();
    }

    @Test
    void keys_of_another_person_are_refused(Page page) {
        desk.claimedPerson = desk.office.budi.id();
        page.navigate(desk.site.at("/masuk"));
        page.fill("[name=name]", "ani");
        page.fill("[name=passphrase]", Desk.PASSPHRASE);
        page.click("#masuk button");
        assertThat(page.locator(".err")).hasText("[wrong-passphrase]");
    }

    @Test
    void keys_older_than_those_already_seen_are_refused(Page page) {
        desk.signIn(page);
        page.click("#kunci");
        desk.claimedVersion = 2;
        page.fill("#buka input", Desk.PASSPHRASE);
        page.click("#buka button");
        assertThat(page.locator("#buka")).isHidden();
        page.click("#kunci");
        desk.claimedVersion = 4;
        page.fill("#buka input", Desk.PASSPHRASE);
        page.click("#buka button");
        assertThat(page.locator("#buka .err")).hasText("[wrong-passphrase]");
    }
}
