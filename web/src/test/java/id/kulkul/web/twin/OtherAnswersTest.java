package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An answer that is not ours is no answer: a report is not forgotten for it, and no server is called a forger because
 * of it.
 */
@ExtendWith(Chromium.class)
class OtherAnswersTest {
    private static final String BROKEN = "\\[(not-ours|offline)]";

    private final Office office = new Office();
    private final ReporterSite server = new ReporterSite();

    @AfterEach
    void close() {
        server.close();
    }

    private void open(Page page) {
        server.telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
    }

    private static void sendAgain(Page page) {
        page.click("#send");
        assertThat(page.locator("#lapor[aria-busy=false] #send")).isEnabled();
    }

    @Test
    void a_report_that_somebody_else_acknowledged_may_stand_and_is_sent_again_as_the_same_bytes(Page page) {
        open(page);
        server.answering(Answer.none());
        assertThat(server.sends(page)).isTrue();
        var digits = page.locator("[data-maybe] [data-fill=digits]").innerText();
        Strangers.insteadOf(ReporterSite.acknowledgement()).forEach((name, answer) -> {
            server.answering(answer);
            sendAgain(page);
            assertThat(page.locator("main .error-summary").innerText()).as(name).isEqualTo("[maybe-received]");
            assertThat(page.locator("h1")).hasText("Lapor");
        });
        server.answering(ReporterSite.acknowledgement());
        page.click("#send");
        assertThat(page.locator("main h1")).hasText("Diterima");
        assertThat(page.locator("#receipt-digits")).hasText(digits);
        assertThat(server.taken.stream().map(Site.Request::body).distinct()).hasSize(1);
    }

    @Test
    void the_first_answer_of_somebody_else_shows_the_receipt_as_uncertain(Page page) {
        open(page);
        server.answering(Answer.html("<p>other page</p>"));
        server.sends(page);
        assertThat(page.locator("main .error-summary")).hasText("[maybe-received]");
        assertThat(page.locator("[data-maybe] [data-fill=digits]")).not().isEmpty();
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
    }

    @Test
    void a_list_that_was_not_read_accuses_nobody(Page page) {
        open(page);
        Answer truth = server.lists(Published.truly(office, office.manifest));
        Strangers.insteadOf(truth).forEach((name, answer) -> {
            server.site.on("/lapor/manifes", request -> answer);
            assertThat(server.sends(page)).as(name).isFalse();
            assertThat(page.locator("main .error-summary").innerText()).as(name).matches(BROKEN);
        });
        server.telling(Published.truly(office, office.manifest));
        assertThat(server.sends(page)).isTrue();
    }

    @Test
    void a_file_that_somebody_else_took_was_not_taken(Page page, @TempDir Path folder) throws Exception {
        open(page);
        page.setInputFiles("[name=attachment]", Files.writeString(folder.resolve("bukti.txt"), "satu"));
        Strangers.insteadOf(Answer.sent(204, null)).forEach((name, answer) -> {
            server.uploads(answer);
            assertThat(server.sends(page)).as(name).isFalse();
            assertThat(page.locator("main .error-summary").innerText()).as(name).matches(BROKEN);
        });
        server.uploads(Answer.sent(204, null));
        assertThat(server.sends(page)).isTrue();
    }
}
