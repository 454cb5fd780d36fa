package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.receipt.Receipt;
import id.kulkul.crypto.receipt.WordList;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reporter whose report was not acknowledged sends it again and loses nothing, whatever became of the first sending.
 */
@ExtendWith(Chromium.class)
class SendingAgainTest {
    private final Office office = new Office();
    private final ReporterSite server = new ReporterSite();

    private void sendOnce(Page page) {
        server.telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        assertThat(server.sends(page)).isTrue();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static void sendAgain(Page page) {
        page.click("#send");
        assertThat(page.locator("#lapor[aria-busy=false] #send")).isEnabled();
        page.waitForCondition(() -> page.locator("main .error-summary").isVisible());
    }

    private JsonNode sent(int n) throws Exception {
        return new ObjectMapper().readTree(server.taken.get(n).body());
    }

    @Test
    void the_same_words_leave_as_the_same_bytes(Page page) {
        sendOnce(page);
        sendAgain(page);
        assertThat(server.taken).hasSize(2);
        assertThat(server.taken.get(1).body()).isEqualTo(server.taken.get(0).body());
    }

    @Test
    void a_report_without_an_answer_may_stand_and_its_receipt_is_shown_and_stays(Page page) throws Exception {
        server.answering(Answer.none());
        sendOnce(page);
        assertThat(page.locator("main .error-summary")).hasText("[maybe-received]");
        assertThat(lookupOf(shown(page, 0))).isEqualTo(sent(0).get("lookup").asText());
        String words = page.locator("[data-maybe] [data-fill=words]").textContent();
        assertThat(lookupOf(words)).isEqualTo(sent(0).get("lookup").asText());
        assertThat(WordList.INDONESIAN.number(words.split(" ", -1)[0])).isPresent();
        assertThat(page.locator("[data-maybe] [data-fill=greeting]")).not().isEmpty();
        sendAgain(page);
        assertThat(page.locator("[data-maybe]")).hasCount(1);
        server.answering(Answer.refused(422, "Tidak utuh"));
        page.fill("#body", "Cerita rekaan yang diubah");
        sendAgain(page);
        assertThat(page.locator("main .error-summary")).hasText("Tidak utuh");
        assertThat(page.locator("[data-maybe]")).hasCount(1);
        assertThat(lookupOf(shown(page, 0))).isEqualTo(sent(0).get("lookup").asText());
    }

    @Test
    void the_receipt_that_was_shown_is_the_one_of_the_report_that_arrives_in_the_end(Page page) {
        server.answering(Answer.none());
        sendOnce(page);
        var before = shown(page, 0);
        server.answering(ReporterSite.acknowledgement());
        page.click("#send");
        assertThat(page.locator("main h1")).hasText("Diterima");
        assertThat(page.locator("#receipt-digits")).hasText(before);
        assertThat(page.locator("[data-maybe]")).hasCount(0);
    }

    @Test
    void a_report_that_was_refused_gets_no_receipt(Page page) {
        server.answering(Answer.refused(422, "Tidak utuh"));
        sendOnce(page);
        assertThat(page.locator("main .error-summary")).hasText("Tidak utuh");
        assertThat(page.locator("[data-maybe]")).hasCount(0);
    }

    @Test
    void where_nothing_can_be_received_now_nothing_is_sealed_and_nothing_leaves(Page page) {
        server.notNow("Server kehabisan tempat");
        server.telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("Server kehabisan tempat");
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
    }

    @Test
    void a_report_that_met_a_server_without_room_was_not_received_and_gets_no_receipt(Page page) {
        server.answering(Answer.refused(503, "report/not-now-room", "Server kehabisan tempat"));
        sendOnce(page);
        assertThat(page.locator("main .error-summary")).hasText("Server kehabisan tempat");
        assertThat(page.locator("[data-maybe]")).hasCount(0);
    }

    @Test
    void a_file_that_changed_after_it_was_chosen_is_named(Page page, @TempDir Path temporary) throws Exception {
        server.telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        Path file = Files.writeString(temporary.resolve("bukti.txt"), "satu");
        page.setInputFiles("[name=attachment]", file);
        assertThat(page.evaluate("() => document.querySelector('[name=attachment]').files[0].text()"))
                .isEqualTo("satu");
        Files.writeString(file, "dua dan lebih panjang");
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[file-unreadable bukti.txt]");
        assertThat(page.locator("main .error-summary a")).hasAttribute("href", "#attachment");
    }

    @Test
    void a_file_larger_than_the_page_allows_is_refused_before_anything_is_sealed(Page page, @TempDir Path temporary)
            throws Exception {
        server.telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        page.setInputFiles("[name=attachment]", Files.write(temporary.resolve("besar.bin"), new byte[1024 * 1024 + 1]));
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[attachment-too-large]");
    }

    @Test
    void an_empty_file_is_named_and_nothing_is_sealed(Page page, @TempDir Path temporary) throws Exception {
        server.telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        page.setInputFiles("[name=attachment]", Files.createFile(temporary.resolve("kosong.pdf")));
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[attachment-empty kosong.pdf]");
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload/no-room", "upload/attachments-today"})
    void files_for_which_there_is_no_room_are_removed_and_that_is_said(String code, Page page, @TempDir Path temporary)
            throws Exception {
        server.uploads(Answer.refused(507, code, "Kirim tanpa lampiran"));
        server.answering(ReporterSite.acknowledgement())
                .telling(Published.truly(office, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
        page.setInputFiles("[name=attachment]", Files.writeString(temporary.resolve("bukti.txt"), "satu"));
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary li")).hasText("Kirim tanpa lampiran");
        assertThat(page.locator("main .error-summary [data-stays]")).hasText("[attachments-removed]");
        assertThat(page.locator("[name=attachment]")).hasValue("");
        page.click("#send");
        assertThat(page.locator("main h1")).hasText("Diterima");
    }

    @Test
    void two_reports_without_an_answer_are_told_apart(Page page) {
        page.clock().install();
        server.answering(Answer.none());
        sendOnce(page);
        assertThat(page.locator("[data-maybe] h2"))
                .hasText(Pattern.compile("\\[maybe-title \\d\\d\\.\\d\\d\\.\\d\\d]"));
        String first = page.locator("[data-maybe] h2").innerText();
        page.clock().fastForward(65_000);
        page.fill("#body", "Cerita rekaan yang diubah");
        sendAgain(page);
        assertThat(page.locator("[data-maybe] h2").last()).hasText(first);
        assertThat(page.locator("[data-maybe] h2").first()).not().hasText(first);
        assertThat(page.locator("main .error-summary")).hasText("[maybe-received-more]");
    }

    private static String shown(Page page, int n) {
        return page.locator("[data-maybe] [data-fill=digits]").nth(n).innerText();
    }

    private static String lookupOf(String digits) {
        try (var receipt = Receipt.ofTyped(digits);
                var keys = receipt.keys()) {
            return Published.text(keys.lookup());
        }
    }

    @Test
    void other_words_are_another_report_with_a_receipt_of_its_own(Page page) throws Exception {
        sendOnce(page);
        page.fill("#body", "Cerita rekaan yang diubah");
        sendAgain(page);
        assertThat(sent(1).get("report").asText())
                .isNotEqualTo(sent(0).get("report").asText());
        assertThat(sent(1).get("lookup").asText())
                .isNotEqualTo(sent(0).get("lookup").asText());
    }
}
