package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.seal.Inner;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.OpeningKey;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class WritingTest {
    private final Office office = new Office();
    private final Desk desk = new Desk(office);

    @AfterEach
    void close() {
        desk.close();
    }

    private void write(Page page, String text) {
        desk.showReport(office.manifest, Manifest.EVERYBODY).form(office.manifest, Manifest.EVERYBODY, Digest.ZERO);
        desk.signIn(page);
        desk.readCase(page);
        desk.requests.clear();
        page.fill("textarea", text);
    }

    private JsonNode sent(int n) throws Exception {
        return new ObjectMapper().readTree(desk.requests.get(n).body());
    }

    private static byte[] bytes(JsonNode item, String field) {
        return Base64.getUrlDecoder().decode(item.get(field).asText());
    }

    private Inner opened(JsonNode item, OpeningKey reader) throws Exception {
        var header = ItemHeader.decoded(bytes(item, "header"));
        var stanzas = Stanza.all(bytes(item, "stanzas"));
        assertThat(header.covers(stanzas)).isTrue();
        var own = stanzas.stream()
                .filter(one -> one.keyId().equals(reader.recipient().keyId()))
                .findFirst()
                .orElseThrow();
        return Opening.openSigned(header, own, bytes(item, "blob"), reader)
                .by(office.ani.keys().signing().verifying());
    }

    private static String text(Inner inner) {
        return new String(inner.body(), StandardCharsets.UTF_8);
    }

    @Test
    void a_question_is_readable_by_the_reporter_and_each_colleague_and_nobody_else(Page page) throws Exception {
        desk.answering(Answer.sent(204, "/kerja"));
        write(page, "  Kapan terjadinya? 🙂 ");
        page.click("form[data-seal] button");
        page.waitForURL(desk.site.at("/kerja"));
        var items = sent(0).get("items");
        assertThat(sent(0).get("act").asText()).isEqualTo("ASK_REPORTER");
        assertThat(items).hasSize(1);
        assertThat(desk.requests.getFirst().body()).doesNotContain("terjadinya");
        for (var reader : List.of(
                office.reporterOpens,
                office.ani.keys().opening(),
                office.budi.keys().opening())) {
            assertThat(text(opened(items.get(0), reader))).isEqualTo("Kapan terjadinya? 🙂");
        }
        var header = ItemHeader.decoded(bytes(items.get(0), "header"));
        assertThat(header.stanzaCount()).isEqualTo(3);
        assertThat(header.manifest()).isEqualTo(office.manifest.digest());
        assertThat(header.context().aggregate()).isEqualTo(Office.REPORT);
        assertThat(bytes(items.get(0), "blob")).hasSize(6216);
    }

    @Test
    void a_long_text_becomes_several_messages_that_follow_one_another(Page page) throws Exception {
        desk.answering(Answer.sent(204, null));
        var words = "kalimat yang panjang sekali 🙂🙂🙂🙂🙂🙂🙂🙂 ".repeat(250).strip();
        write(page, words);
        page.click("form[data-seal] button");
        assertThat(page.locator("textarea")).hasValue("");
        var items = sent(0).get("items");
        assertThat(items.size()).isGreaterThan(2);
        var read = new ArrayList<String>();
        var prev = Digest.ZERO;
        for (int i = 0; i < items.size(); i++) {
            var inner = opened(items.get(i), office.reporterOpens);
            assertThat(inner.seq()).isEqualTo(i);
            assertThat(inner.prev()).isEqualTo(prev);
            prev = ItemHeader.decoded(bytes(items.get(i), "header")).digest();
            read.add(text(inner));
        }
        assertThat(String.join("", read)).isEqualTo(words);
    }

    @Test
    void what_was_typed_stays_when_the_server_refuses_and_its_reasons_stand_beside_it(Page page) {
        var problem =
                "{\"status\":422,\"code\":\"twin/refused\",\"detail\":\"Periksa lagi\",\"errors\":{\"text\":\"Terlalu singkat\"}}";
        desk.answering(new Answer(422, "application/problem+json", Office.utf8(problem), null));
        write(page, "Halo");
        page.click("form[data-seal] button");
        assertThat(page.locator("[data-error]")).hasText("Periksa lagi");
        assertThat(page.locator("[data-error-for=text]")).hasText("Terlalu singkat");
        assertThat(page.locator("textarea")).hasValue("Halo");
        assertThat(page.locator("form[data-seal] button")).isEnabled();
    }

    @Test
    void a_second_try_sends_the_same_bytes_and_another_text_sends_others(Page page) {
        desk.answering(Answer.refused(503, "Sibuk"));
        write(page, "Halo");
        for (int i = 0; i < 2; i++) {
            page.click("form[data-seal] button");
            assertThat(page.locator("form[data-seal][aria-busy=false] [data-error]"))
                    .hasText("Sibuk");
        }
        page.fill("textarea", "Halo lagi");
        page.click("form[data-seal] button");
        assertThat(page.locator("form[data-seal][aria-busy=false] [data-error]"))
                .hasText("Sibuk");
        assertThat(desk.requests.get(0).body()).isEqualTo(desk.requests.get(1).body());
        assertThat(desk.requests.get(2).body())
                .isNotEqualTo(desk.requests.get(0).body());
    }

    @Test
    void an_empty_message_is_not_sent(Page page) {
        desk.answering(Answer.sent(204, null));
        write(page, "  \n ");
        page.click("form[data-seal] button");
        assertThat(page.locator("[data-error]")).hasText("[empty]");
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void nothing_is_sent_while_the_box_is_closed(Page page) {
        desk.answering(Answer.sent(204, null));
        write(page, "Halo");
        page.click("#kunci");
        page.fill("textarea", "Halo");
        page.click("form[data-seal] button");
        assertThat(page.locator("[data-error]")).hasText("[closed]");
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void a_lock_hides_what_was_typed_and_the_passphrase_brings_it_back(Page page) {
        write(page, "Setengah jadi");
        page.click("#kunci");
        assertThat(page.locator("textarea")).hasValue("");
        page.fill("#buka input", Desk.PASSPHRASE);
        page.click("#buka button");
        assertThat(page.locator("textarea")).hasValue("Setengah jadi");
    }
}
