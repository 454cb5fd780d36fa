package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Inner;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Opening;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer of the reporter arrives once, whatever became of the one before, and what is typed after it stays. */
@ExtendWith(Chromium.class)
class AnsweringTest {
    private static final int OUTCOME = 1024;
    private static final String SEND = "main form button[type=submit]";
    private static final byte[] NOTE = "Nota rekaan".getBytes(StandardCharsets.UTF_8);

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

    private static List<SealedItem> items(String body) {
        List<SealedItem> items = new ArrayList<>();
        for (JsonNode item : sent(body).get("items")) items.add(item(item));
        return items;
    }

    private static SealedItem item(JsonNode item) {
        try {
            return new SealedItem(ItemHeader.decoded(octets(item, "header")), Stanza.all(octets(item, "stanzas")));
        } catch (OpenFailed e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] octets(JsonNode item, String name) {
        return Base64.getUrlDecoder().decode(item.get(name).asText());
    }

    private static Set<UUID> readersOf(SealedItem item) {
        return item.stanzas().stream().map(Stanza::keyId).collect(Collectors.toSet());
    }

    /** As Ani opens it. */
    private Inner opened(SealedItem item, JsonNode sent) throws Exception {
        var ani = server.office.ani.keys().opening();
        Stanza mine = item.stanzas().stream()
                .filter(one -> one.keyId().equals(ani.recipient().keyId()))
                .findFirst()
                .orElseThrow();
        return Opening.openSigned(item.header(), mine, octets(sent, "blob"), ani)
                .by(server.keys.signing().verifying());
    }

    private static void answer(Page page, String text) {
        page.fill("#reply", text);
        page.click(SEND);
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
        assertThat(page.locator("#reply-error")).hasText("[behind]");
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
        assertThat(page.locator("#reply-error")).hasText("[busy]");
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
        assertThat(page.locator("#reply-error")).hasText("[not-now-late]");
        assertThat(page.locator("#reply")).hasValue("Di gudang");
        expecting(1);
        answer(page, "Di gudang");
        assertThat(page.locator("[data-outcome]")).hasText("[done]");
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
    }

    @Test
    void a_file_is_sent_ahead_for_the_readers_of_the_report_and_listed_in_the_signed_answer(Page page)
            throws Exception {
        open(page);
        expecting(1);
        List<Site.Request> files = Collections.synchronizedList(new ArrayList<>());
        server.site.under("/kotak/berkas/", request -> {
            files.add(request);
            return Answer.sent(204, "");
        });
        page.setInputFiles("#attachment", new FilePayload("nota.txt", "text/plain", NOTE));
        answer(page, "Di gudang");
        assertThat(page.locator("[data-outcome]")).hasText("[done-files 1]");
        assertThat(page.locator("[data-files] li")).hasCount(0);
        List<SealedItem> items = items(taken.getFirst());
        assertThat(items)
                .extracting(item -> item.header().context().kind())
                .containsExactly(Kind.MSG_TO_TEAM, Kind.MSG_TO_TEAM, Kind.ATTACHMENT);
        assertThat(items).extracting(item -> item.header().context().seq()).containsExactly(1L, 2L, 3L);
        ItemHeader file = items.getLast().header();
        assertThat(files)
                .extracting(Site.Request::path)
                .containsExactly("/kotak/berkas/" + file.ctSha256().hex());
        assertThat(Digest.sha256(files.getFirst().octets())).isEqualTo(file.ctSha256());
        Inner listing = opened(items.get(1), sent(taken.getFirst()).get("items").get(1));
        assertThat(listing.type()).isEqualTo(Draft.FILES);
        assertThat(listing.prev()).isEqualTo(items.getFirst().header().digest());
        assertThat(new String(listing.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":1,\"attachments\":[{\"item\":\""
                        + Hex16.of(file.context().item())
                        + "\",\"name\":\"nota.txt\",\"type\":\"text/plain\",\"size\":" + NOTE.length + ",\"sha256\":\""
                        + Digest.sha256(NOTE).hex() + "\"}]}");
        assertThat(readersOf(items.getLast()))
                .isEqualTo(readersOf(items.getFirst()))
                .hasSize(2);
    }

    @Test
    void a_file_alone_is_an_answer_and_one_that_did_not_arrive_is_sent_again_as_the_same_bytes(Page page) {
        open(page);
        server.site.under("/kotak/berkas/", request -> Answer.sent(204, ""));
        server.site.on("/kotak/tersegel", request -> {
            taken.add(request.body());
            return Answer.json("{\"code\":\"mailbox/attachment-missing\"}", OUTCOME);
        });
        page.setInputFiles("#attachment", new FilePayload("nota.txt", "text/plain", NOTE));
        page.click(SEND);
        assertThat(page.locator("#reply-error")).hasText("[attachment-missing]");
        expecting(1);
        page.click(SEND);
        assertThat(page.locator("[data-outcome]")).hasText("[done-files 1]");
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
        assertThat(items(taken.getFirst())).hasSize(2);
    }

    @Test
    void a_chosen_file_outlives_the_next_look_and_a_wrong_one_is_told_at_its_field(Page page) {
        open(page);
        page.setInputFiles("#attachment", new FilePayload("kosong.txt", "text/plain", new byte[0]));
        server.holding(server.notice(system, 0, 2));
        page.evaluate("() => document.querySelector('main h1').setAttribute('data-before', '')");
        page.click("[data-again]");
        assertThat(page.locator("main h1:not([data-before])")).isVisible();
        assertThat(page.locator("[data-files] li")).containsText("kosong.txt");
        page.click(SEND);
        assertThat(page.locator("#attachment-error")).hasText("[attachment-empty]");
        assertThat(page.locator("#attachment")).isFocused();
        assertThat(taken).isEmpty();
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
