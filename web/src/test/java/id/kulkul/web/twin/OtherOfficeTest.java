package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff whose line somebody else answered keep what they typed, are not called mistaken, and accuse nobody. */
@ExtendWith(Chromium.class)
class OtherOfficeTest {
    private static final String BROKEN = "\\[(not-ours|offline)]";

    private final Office office = new Office();
    private final Desk desk = new Desk(office);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_sign_in_that_somebody_else_answered_is_no_wrong_passphrase(Page page) {
        page.navigate(desk.site.at("/masuk"));
        page.fill("[name=name]", "ani");
        page.fill("[name=passphrase]", Desk.PASSPHRASE);
        for (String question : List.of("/masuk/tantangan", "/masuk", "/kerja/kunci")) {
            var ours = desk.site.answerOf(question);
            for (Answer answer : List.of(
                    Answer.html("<p>Wi-Fi</p>"),
                    Answer.sent(302, "/kosong"),
                    new Answer(401, "text/html", new byte[0], null))) {
                desk.site.on(
                        question,
                        request -> request.method().equals("GET") && question.equals("/masuk")
                                ? ours.apply(request)
                                : answer);
                page.click("#masuk button");
                assertThat(page.locator("#masuk[aria-busy=false] .err")).isVisible();
                assertThat(page.locator(".err").innerText()).as(question).matches(BROKEN);
            }
            desk.site.on(question, ours);
        }
        assertThat(page.locator("[name=passphrase]")).hasValue(Desk.PASSPHRASE);
        page.click("#masuk button");
        page.waitForURL(desk.site.at("/kerja"));
    }

    @Test
    void an_item_a_message_and_a_page_of_somebody_else_change_nothing(Page page) {
        desk.showReport(office.manifest, Manifest.EVERYBODY)
                .form(office.manifest, Manifest.EVERYBODY, Digest.ZERO)
                .signIn(page);
        desk.readCase(page);
        page.fill("textarea", "Halo");
        Strangers.insteadOf(Answer.sent(204, null)).forEach((name, answer) -> {
            desk.answering(answer);
            page.click("form[data-seal] button");
            assertThat(page.locator("form[data-seal][aria-busy=false] [data-error]"))
                    .isVisible();
            assertThat(page.locator("form[data-seal] [data-error]").innerText())
                    .as(name)
                    .matches(BROKEN);
        });
        assertThat(page.locator("textarea")).hasValue("Halo");
        assertThat(desk.requests.stream()
                        .filter(request -> request.path().endsWith("/pesan"))
                        .map(Site.Request::body)
                        .distinct())
                .hasSize(1);
        desk.site.on("/kerja", request -> Answer.html("<!DOCTYPE html><html><main>Wi-Fi</main></html>"));
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.click("nav a");
        assertThat(page.locator("[data-navigation-error]")).hasText("[not-ours]");
        assertThat(page.locator("textarea")).hasValue("Halo");
    }

    @Test
    void a_delivery_of_somebody_else_is_no_broken_item(Page page) {
        desk.showReport(office.manifest, Manifest.EVERYBODY).signIn(page);
        desk.openCase(page);
        var src = page.locator("section[data-item]").getAttribute("data-src");
        var ours = desk.site.answerOf(src);
        Answer truth = ours.apply(new Site.Request("GET", src, new byte[0]));
        Strangers.insteadOf(truth).forEach((name, answer) -> {
            desk.site.on(src, request -> answer);
            assertThat(desk.open(page, 0)).as(name).matches("\\[(not-ours|offline|cut)]");
        });
        desk.site.on(src, ours);
        assertThat(desk.open(page, 0)).isEqualTo("Laporan");
    }
}
