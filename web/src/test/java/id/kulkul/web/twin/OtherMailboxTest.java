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

/**
 * What somebody else answers in place of a mailbox is neither an empty one nor a forged one, and an answer is not gone
 * because of it.
 */
@ExtendWith(Chromium.class)
class OtherMailboxTest {
    private static final String BROKEN = "\\[(not-ours|offline)]";

    private final MailboxSite server = new MailboxSite();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_page_of_slots_or_a_proof_of_somebody_else_opens_nothing(Page page) {
        server.holding(server.notice(server.office.wbs.ed25519(), 0));
        page.navigate(server.site.at("/kotak"));
        page.fill("#receipt", server.receipt.digits());
        for (String question : List.of("/kotak/halaman", "/kotak/bukti", "/lapor/manifes")) {
            var ours = server.site.answerOf(question);
            Answer truth = ours.apply(new Site.Request("GET", question, new byte[0]));
            Strangers.insteadOf(truth).forEach((name, answer) -> {
                server.site.on(question, request -> answer);
                enter(page);
                assertThat(page.locator("[data-error]").innerText())
                        .as(question + ": " + name)
                        .matches(BROKEN);
            });
            server.site.on(question, ours);
        }
        assertThat(page.locator("#receipt")).hasValue(server.receipt.digits());
        page.click("#kotak button");
        assertThat(page.locator("[data-when=known]")).isVisible();
    }

    private static void enter(Page page) {
        page.evaluate("() => { document.querySelector('[data-error]').textContent = ''; }");
        page.click("#kotak button");
        assertThat(page.locator("[data-error]")).not().isEmpty();
        assertThat(page.locator("#kotak button")).isEnabled();
    }

    @Test
    void an_answer_that_somebody_else_took_is_kept_and_sent_again_as_the_same_bytes(Page page) {
        var taken = new java.util.concurrent.CopyOnWriteArrayList<String>();
        server.holding(server.notice(server.office.wbs.ed25519(), 0)).open(page);
        page.fill("#reply", "Di gudang");
        Answer ours = Answer.json("{\"code\":\"replied\"}", 1024);
        Strangers.insteadOf(ours).forEach((name, answer) -> {
            server.site.on("/kotak/tersegel", request -> {
                taken.add(request.body());
                return answer;
            });
            page.evaluate("() => { document.querySelector('#reply-error').textContent = ''; }");
            page.click("main form button");
            assertThat(page.locator("#reply-error")).not().isEmpty();
            assertThat(page.locator("#reply-error").innerText()).as(name).matches(BROKEN);
            assertThat(page.locator("#reply")).hasValue("Di gudang");
        });
        server.site.on("/kotak/tersegel", request -> {
            taken.add(request.body());
            return ours;
        });
        page.click("main form button");
        assertThat(page.locator("[data-outcome]")).hasText("[done]");
        assertThat(taken.stream().distinct()).hasSize(1);
    }
}
