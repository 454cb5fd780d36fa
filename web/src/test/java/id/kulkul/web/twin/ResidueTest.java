package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.web.browser.Chromium;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class ResidueTest {
    private static final String SECRET = "Rahasia yang tidak boleh tertinggal";
    /** Writes down what 32-byte arrays held when somebody zeroed them. */
    private static final String WITNESS_OF_WIPING = "window.wiped = []; const fill = Uint8Array.prototype.fill;"
            + "Uint8Array.prototype.fill = function (value, ...range) {"
            + " if (value === 0 && this.length === 32) window.wiped.push(Array.from(this, b => b.toString(16).padStart(2, '0')).join(''));"
            + " return fill.call(this, value, ...range); };";

    private final Office office = new Office();
    private final Desk desk = new Desk(office);

    @AfterEach
    void close() {
        desk.close();
    }

    private void readTheCase(Page page) {
        desk.show(office.report("{\"v\":1,\"text\":\"" + SECRET + "\"}"));
        desk.form(office.manifest, Manifest.EVERYBODY, Digest.ZERO);
        desk.signIn(page);
        desk.openCase(page);
        assertThat(desk.open(page, 0)).isEqualTo(SECRET);
    }

    private List<String> seeds() {
        var keys = office.ani.keys();
        return List.of(
                HexFormat.of().formatHex(keys.signing().seed()),
                HexFormat.of().formatHex(keys.opening().seed()));
    }

    private static List<String> wiped(Page page) {
        return ((List<?>) page.evaluate("window.wiped"))
                .stream().map(Object::toString).toList();
    }

    @Test
    void a_lock_zeroes_the_keys_and_takes_every_opened_word_off_the_page(Page page) {
        page.addInitScript(WITNESS_OF_WIPING);
        readTheCase(page);
        assertThat(wiped(page)).doesNotContainAnyElementsOf(seeds());
        page.click("#kunci");
        assertThat(wiped(page)).containsAll(seeds());
        assertThat(page.content()).doesNotContain(SECRET);
        assertThat(page.locator("#buka [data-reason]")).hasText("[locked]");
        assertThat(page.locator("#buka input")).isFocused();
        assertThat(desk.open(page, 0)).isEqualTo("[closed]");
    }

    @Test
    void a_section_that_cannot_be_opened_keeps_no_key_alive(Page page) {
        page.addInitScript(WITNESS_OF_WIPING);
        readTheCase(page);
        page.evaluate("() => { const identity = document.createElement('section');"
                + " Object.assign(identity.dataset, { item: '00', kind: 'IDENTITY' });"
                + " document.querySelector('main, body').prepend(identity); }");
        page.click("#kunci");
        assertThat(page.locator("#buka")).isVisible();
        assertThat(wiped(page)).containsAll(seeds());
        assertThat(page.content()).doesNotContain(SECRET);
    }

    @Test
    void a_quarter_of_an_hour_without_a_touch_locks(Page page) {
        page.clock().install();
        page.addInitScript(WITNESS_OF_WIPING);
        readTheCase(page);
        page.clock().fastForward("10:00");
        page.keyboard().press("Shift");
        page.clock().runFor("10:00");
        assertThat(page.content()).contains(SECRET);
        page.clock().runFor("05:10");
        assertThat(page.content()).doesNotContain(SECRET);
        assertThat(wiped(page)).containsAll(seeds());
        assertThat(page.locator("#buka [data-reason]")).hasText("[autolocked]");
    }

    @Test
    void a_machine_that_slept_locks_at_the_first_touch(Page page) {
        page.clock().install();
        readTheCase(page);
        page.clock().setFixedTime(System.currentTimeMillis() + 3_600_000);
        page.keyboard().press("Shift");
        assertThat(page.locator("#buka")).isVisible();
        assertThat(page.content()).doesNotContain(SECRET);
    }

    @Test
    void leaving_the_pages_wipes_and_coming_back_needs_the_passphrase(Page page) {
        readTheCase(page);
        page.evaluate("() => addEventListener('pagehide', () => { document.title = document.body.innerHTML; })");
        page.navigate(desk.site.at("/kosong"));
        page.goBack();
        assertThat(page.content()).doesNotContain(SECRET);
        assertThat(desk.open(page, 0)).isEqualTo("[closed]");
    }

    @Test
    void the_document_is_empty_the_moment_it_is_hidden(Page page) {
        readTheCase(page);
        assertThat(
                        page.evaluate(
                                "() => { dispatchEvent(new PageTransitionEvent('pagehide')); return document.body.innerHTML; }"))
                .isEqualTo("");
    }

    @Test
    void nothing_is_kept_in_the_browser(Page page) {
        readTheCase(page);
        page.fill("textarea", "Belum terkirim");
        page.click("#kunci");
        var kept = page.evaluate("async () => ({ local: localStorage.length, session: sessionStorage.length,"
                + " databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,"
                + " workers: (await navigator.serviceWorker.getRegistrations()).length, cookies: document.cookie.length,"
                + " state: JSON.stringify(history.state), name: window.name.length })");
        assertThat(kept.toString())
                .isEqualTo("{local=0, session=0, databases=0, caches=0, workers=0, cookies=0, state=null, name=0}");
    }

    @Test
    void an_item_that_arrives_after_the_lock_is_not_shown(Page page) {
        var report = office.report("{\"v\":1,\"text\":\"" + SECRET + "\"}");
        desk.show(report);
        desk.site.on(Desk.src(report.header()), request -> {
            desk.pause();
            return Site.Answer.octets(desk.delivered(report));
        });
        desk.signIn(page);
        desk.openCase(page);
        page.locator("[data-open]").click();
        page.click("#kunci");
        desk.resume();
        page.locator("section[data-item][aria-busy=false]").waitFor();
        assertThat(page.content()).doesNotContain(SECRET);
    }
}
