package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer of the reporter arrives once, whatever became of the one before, and what is typed after it stays. */
@ExtendWith(Chromium.class)
class AnsweringTest {
    private static final int OUTCOME = 1024;
    private final MailboxSite server = new MailboxSite();
    private final SigningKey system = server.office.wbs.ed25519();
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    private void open(Page page) {
        server.holding(server.notice(system, 0)).open(page);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Takes answers with that number; what carries another is told that it is behind. */
    private void expecting(long seq) {
        server.site.on("/kotak/tersegel", request -> {
            taken.add(request.body());
            return Answer.json(
                    "{\"code\":\"" + (seqOf(request.body()) == seq ? "replied" : "mailbox/behind") + "\"}", OUTCOME);
        });
    }

    private static JsonNode sent(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long seqOf(String body) {
        try {
            var header = sent(body).get("items").get(0).get("header").asText();
            return ItemHeader.decoded(Base64.getUrlDecoder().decode(header))
                    .context()
                    .seq();
        } catch (id.kulkul.crypto.bytes.OpenFailed e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(Page page, String text) {
        page.fill("#reply", text);
        page.click("main form button");
    }

    @Test
    void an_answer_behind_another_one_is_sealed_anew_once_the_mailbox_tells_its_number(Page page) {
        open(page);
        server.holding(server.notice(system, 0, 2));
        expecting(2);
        answer(page, "Di gudang");
        assertThat(page.locator("[data-outcome]")).hasText("[done]");
        assertThat(page.locator("#reply")).hasValue("");
        assertThat(taken.stream().map(AnsweringTest::seqOf)).containsExactly(1L, 2L);
    }

    @Test
    void an_answer_that_stays_behind_is_sent_once_and_says_so(Page page) {
        open(page);
        expecting(2);
        answer(page, "Di gudang");
        assertThat(page.locator("main [data-reply-error]")).hasText("[behind]");
        assertThat(page.locator("#reply")).hasValue("Di gudang");
        assertThat(taken).hasSize(1);
    }

    @Test
    void an_answer_that_met_a_busy_server_is_sent_again_as_the_same_bytes(Page page) {
        open(page);
        server.site.on("/kotak/tersegel", request -> {
            taken.add(request.body());
            return Answer.json("{\"code\":\"mailbox/busy\"}", OUTCOME);
        });
        answer(page, "Di gudang");
        assertThat(page.locator("main [data-reply-error]")).hasText("[busy]");
        expecting(1);
        answer(page, "Di gudang");
        assertThat(page.locator("[data-outcome]")).hasText("[done]");
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
    }

    @Test
    void an_answer_that_is_not_taken_now_stays_and_is_sent_later_as_the_same_bytes(Page page) {
        open(page);
        server.site.on("/kotak/tersegel", request -> {
            taken.add(request.body());
            return Answer.json("{\"code\":\"report/not-now-late\"}", OUTCOME);
        });
        answer(page, "Di gudang");
        assertThat(page.locator("main [data-reply-error]")).hasText("[not-now-late]");
        assertThat(page.locator("#reply")).hasValue("Di gudang");
        expecting(1);
        answer(page, "Di gudang");
        assertThat(page.locator("[data-outcome]")).hasText("[done]");
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
    }

    @Test
    void what_is_typed_after_an_answer_outlives_a_busy_server_and_the_next_look(Page page) {
        open(page);
        expecting(1);
        server.busy();
        answer(page, "Di gudang");
        assertThat(page.locator("[data-outcome]")).hasText("[done]");
        assertThat(page.locator("#reply")).hasValue("");
        page.fill("#reply", "Susulan");
        server.holding(server.notice(system, 0, 2));
        page.click("[data-again]");
        assertThat(page.locator("[data-outcome]")).isHidden();
        assertThat(page.locator("#reply")).hasValue("Susulan");
    }
}
