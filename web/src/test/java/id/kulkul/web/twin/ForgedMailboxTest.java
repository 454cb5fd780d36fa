package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.web.browser.Chromium;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reporter's browser shows no word that nobody of the signed list wrote, and says where something is missing. */
@ExtendWith(Chromium.class)
class ForgedMailboxTest {
    private final MailboxSite server = new MailboxSite();
    private final SigningKey ani = server.office.ani.keys().signing();
    private final SigningKey system = server.office.wbs.ed25519();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_message_of_the_office_is_read_and_the_state_is_shown(Page page) {
        server.holding(server.notice(system, 1), server.message(ani, 0, "Di mana?", Digest.ZERO))
                .open(page);
        assertThat(page.locator(".msg .written")).hasText("Di mana?");
        assertThat(page.locator(".msg .box")).hasCount(0);
        assertThat(page.locator("[data-stage]")).hasText("state.TRIAGE");
        assertThat(page.locator("form")).isVisible();
    }

    @Test
    void noise_is_an_empty_mailbox(Page page) {
        server.holding().open(page);
        assertThat(page.locator("[data-when=unknown]")).isVisible();
        assertThat(page.locator("[data-when=known]")).isHidden();
    }

    @Test
    void a_message_without_the_signature_of_anybody_on_the_list_shows_no_word(Page page) {
        server.holding(server.notice(system, 1), server.message(SigningKey.random(), 0, "Palsu", Digest.ZERO))
                .open(page);
        assertThat(page.locator(".msg .box")).hasText("[forged]");
        assertThat(page.locator("main")).not().containsText("Palsu");
    }

    @Test
    void a_message_that_the_system_signed_itself_shows_no_word(Page page) {
        server.holding(server.notice(system, 1), server.message(system, 0, "Palsu", Digest.ZERO))
                .open(page);
        assertThat(page.locator(".msg .box")).hasText("[forged]");
        assertThat(page.locator("main")).not().containsText("Palsu");
    }

    @Test
    void a_state_that_somebody_of_the_list_signed_is_none(Page page) {
        server.holding(server.notice(ani, 0)).open(page);
        assertThat(page.locator("[data-when=unknown]")).isVisible();
    }

    @Test
    void a_message_of_another_case_shows_no_word(Page page) {
        var moved = server.sealed(Draft.of(Draft.MESSAGE, Office.utf8("Pindahan")), ani, 0, UUID.randomUUID());
        server.holding(server.notice(system, 1), moved).open(page);
        assertThat(page.locator("main")).not().containsText("Pindahan");
    }

    @Test
    void a_message_whose_predecessor_was_dropped_says_so(Page page) {
        var first = server.message(ani, 0, "Satu", Digest.ZERO);
        var second = server.message(ani, 1, "Dua", first.header().digest());
        server.holding(server.notice(system, 1), second).open(page);
        assertThat(page.locator(".msg .box")).hasText("[dropped]");
    }

    @Test
    void messages_in_another_order_say_so(Page page) {
        var first = server.message(ani, 0, "Satu", Digest.ZERO);
        var second = server.message(ani, 1, "Dua", first.header().digest());
        server.holding(server.notice(system, 2), first, second).open(page);
        assertThat(page.locator(".msg .box")).hasText("[reordered]");
    }

    @Test
    void a_message_by_somebody_whom_the_reporter_excluded_shows_no_word(Page page) {
        try (var narrow = new MailboxSite(office ->
                office.manifest.groupExcluding(Set.of(office.ani.id())).orElseThrow())) {
            var state = narrow.notice(narrow.office.wbs.ed25519(), 2);
            var excluded = narrow.message(narrow.office.ani.keys().signing(), 0, "Palsu", Digest.ZERO);
            var allowed = narrow.message(narrow.office.budi.keys().signing(), 0, "Di mana?", Digest.ZERO);
            narrow.holding(state, excluded, allowed).open(page);
            assertThat(page.locator(".msg .box")).hasText("[forged]");
            assertThat(page.locator(".msg .written")).hasText("Di mana?");
        }
    }

    @Test
    void a_message_for_another_group_than_the_report_shows_no_word(Page page) {
        int narrower = server.office
                .manifest
                .groupExcluding(Set.of(server.office.budi.id()))
                .orElseThrow();
        server.holding(server.notice(system, 1), server.message(ani, "Palsu", narrower))
                .open(page);
        assertThat(page.locator(".msg .box")).hasText("[forged]");
        assertThat(page.locator("main")).not().containsText("Palsu");
    }

    @Test
    void a_report_that_another_key_signed_is_said_to_be_somebody_elses(Page page) {
        server.signedBy(SigningKey.random())
                .holding(server.notice(system, 1), server.message(ani, 0, "Di mana?", Digest.ZERO))
                .open(page);
        assertForeign(page);
    }

    @Test
    void signed_headers_without_any_state_are_not_an_empty_mailbox_either(Page page) {
        server.signedBy(SigningKey.random()).holding().open(page);
        assertForeign(page);
    }

    @Test
    void a_state_without_a_report_is_said_to_be_somebody_elses(Page page) {
        server.withoutHeaders().holding(server.notice(system, 0)).open(page);
        assertForeign(page);
    }

    private static void assertForeign(Page page) {
        assertThat(page.locator("[data-when=foreign]")).isVisible();
        assertThat(page.locator("[data-when=unknown]")).isHidden();
        assertThat(page.locator("[data-when=known]")).isHidden();
        assertThat(page.locator("main form")).isHidden();
        assertThat(page.locator("main")).not().containsText("Di mana?");
    }

    @Test
    void openings_without_room_of_their_own_are_told_as_one_number(Page page) {
        server.holding(server.notice(system, 0)).open(page);
        assertThat(page.locator("[data-looked]")).hasText("[looked-older]");
    }

    @Test
    void a_mistyped_receipt_is_told_before_anything_is_asked(Page page) {
        page.navigate(server.site.at("/kotak"));
        page.fill("#receipt", "12345");
        page.click("#kotak button");
        assertThat(page.locator("[data-error]")).hasText("[receipt-count]");
        assertThat(page.locator("#receipt")).hasValue("12345");
    }

    @Test
    void words_of_either_language_open_the_box_and_a_misspelt_one_is_named(Page page) {
        for (String language : List.of("id", "en")) {
            String words = server.receipt.words(Locale.of(language));
            page.navigate(server.site.at("/kotak"));
            page.fill("#receipt", words + "x");
            page.click("#kotak button");
            String last = words.substring(words.lastIndexOf(' ') + 1);
            assertThat(page.locator("[data-error]")).hasText("[receipt-word " + last + "x]");
            server.holding(server.notice(system, 0)).open(page, words);
            assertThat(page.locator("[data-when=known]")).isVisible();
        }
    }

    @Test
    void a_word_of_the_other_language_is_named(Page page) {
        String words = server.receipt.words(Locale.ENGLISH).replaceFirst("^[a-z]+", "rumah");
        page.navigate(server.site.at("/kotak"));
        page.fill("#receipt", words);
        page.click("#kotak button");
        assertThat(page.locator("[data-error]")).hasText("[receipt-word rumah]");
    }
}
