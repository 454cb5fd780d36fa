package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class NavigationTest {
    private final Desk desk = new Desk(new Office());

    @AfterEach
    void close() {
        desk.close();
    }

    private void signedIn(Page page, String content) {
        desk.site.on("/kerja", request -> Pages.staff("Hari ini", content));
        desk.signIn(page);
        page.evaluate("() => { window.same = true; }");
    }

    private static boolean sameDocument(Page page) {
        return Boolean.TRUE.equals(page.evaluate("window.same === true"));
    }

    @Test
    void plain_forms_are_sent_inside_the_document(Page page) {
        desk.site.on("/kerja/cari", request -> Pages.staff("Cari", "<p>hasil</p>"));
        desk.site.on("/kerja/tindakan", request -> {
            desk.requests.add(request);
            return Answer.sent(303, "/kerja/cari");
        });
        signedIn(
                page,
                "<form action='/kerja/cari'><input name='q' value='a b'><button id='cari'>Cari</button></form>"
                        + "<form method='post' action='/kerja/tindakan'><button id='tindak' name='act' value='TUTUP'>Tutup</button></form>");
        page.click("#cari");
        assertThat(page).hasURL(desk.site.at("/kerja/cari?q=a+b"));
        page.goBack();
        assertThat(page).hasTitle("Hari ini");
        page.click("#tindak");
        assertThat(page).hasURL(desk.site.at("/kerja/cari"));
        assertThat(desk.requests.getLast().body()).isEqualTo("act=TUTUP");
        assertThat(sameDocument(page)).isTrue();
        assertThat(page.locator("#kunci")).isVisible();
    }

    @Test
    void links_elsewhere_leave_the_document_for_good(Page page) {
        signedIn(page, "<p><a href='/kosong'>Depan</a></p>");
        page.click("text=Depan");
        assertThat(page).hasTitle("kosong");
        assertThat(sameDocument(page)).isFalse();
    }

    @Test
    void an_anchor_of_the_same_page_asks_the_server_nothing(Page page) {
        signedIn(page, "<p><a href='#bawah'>Bawah</a></p><h2 id='bawah'>Bawah sini</h2>");
        desk.site.on("/kerja", request -> Answer.refused(500, "tidak"));
        page.click("text=Bawah >> nth=0");
        assertThat(page).hasURL(desk.site.at("/kerja#bawah"));
        assertThat(page.locator("h2")).hasText("Bawah sini");
        assertThat(sameDocument(page)).isTrue();
    }

    @Test
    void a_session_that_has_ended_leads_to_the_sign_in_without_the_keys(Page page) {
        signedIn(page, "<p><a href='/kerja/lain'>Lain</a></p>");
        desk.site.on("/kerja/lain", request -> Answer.sent(303, "/masuk"));
        page.click("text=Lain");
        assertThat(page).hasURL(desk.site.at("/masuk"));
        assertThat(sameDocument(page)).isFalse();
    }

    @Test
    void a_refusal_with_a_page_is_shown_as_a_page(Page page) {
        signedIn(page, "<p><a href='/kerja/lain'>Lain</a></p>");
        desk.site.on("/kerja/lain", request -> {
            var answer = Pages.staff("Tidak ditemukan", "");
            return new Answer(404, answer.type(), answer.body(), null);
        });
        page.click("text=Lain");
        assertThat(page.locator("h1")).hasText("Tidak ditemukan");
        assertThat(sameDocument(page)).isTrue();
    }

    @Test
    void a_lost_connection_is_told_on_the_page_that_stays(Page page) {
        signedIn(page, "<p><a href='/kerja/lain'>Lain</a></p>");
        page.context().setOffline(true);
        page.click("text=Lain");
        assertThat(page.locator("[data-navigation-error]")).hasText("[offline]");
        assertThat(page.locator("h1")).hasText("Hari ini");
        assertThat(page.locator("#kunci")).isVisible();
    }

    @Test
    void a_download_is_left_to_the_browser(Page page) {
        desk.site.on("/audit/ekspor", request -> new Answer(200, "application/x-ndjson", Office.utf8("{}\n"), null));
        signedIn(page, "<p><a href='/audit/ekspor' download='log.jsonl'>Unduh</a></p>");
        var download = page.waitForDownload(() -> page.click("text=Unduh"));
        assertThat(download.suggestedFilename()).isEqualTo("log.jsonl");
        assertThat(sameDocument(page)).isTrue();
        assertThat(page.locator("#kunci")).isVisible();
    }
}
