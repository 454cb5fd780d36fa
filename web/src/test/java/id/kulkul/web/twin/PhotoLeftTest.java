package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing of a photo outlasts whoever looks at it: the lock, the page, or the button that closes it. */
@ExtendWith(Chromium.class)
class PhotoLeftTest {
    private static final String RED = "200,30,30,255";

    private final PhotoDesk files = new PhotoDesk();

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void a_lock_takes_the_photo_and_its_pixels_and_the_next_look_is_another_opening(Page page) {
        files.reported("foto.png", Photos.png(40, 30));
        files.read(page);
        PhotoDesk.look(page);
        PhotoDesk.keepHandle(page);
        page.click("#kunci");
        PhotoDesk.assertGone(page);
        assertThat(PhotoDesk.look(page)).isEqualTo("[closed]");
        PhotoDesk.unlock(page);
        assertThat(PhotoDesk.look(page)).isEqualTo("[report-first] REPORT_BODY");
        files.desk.open(page, 0);
        PhotoDesk.look(page);
        assertThat(PhotoDesk.photo(page)).isVisible();
        assertThat(files.deliveries).hasValue(2);
    }

    @Test
    void a_screen_that_locks_itself_takes_the_photo(Page page) {
        page.clock().install();
        files.reported("foto.png", Photos.png(40, 30));
        files.read(page);
        PhotoDesk.look(page);
        PhotoDesk.keepHandle(page);
        page.clock().runFor("15:10");
        PhotoDesk.assertGone(page);
        assertThat(page.locator("#buka [data-reason]")).hasText("[autolocked]");
    }

    @Test
    void a_photo_that_is_still_decoded_at_the_lock_is_neither_drawn_nor_kept(Page page) {
        files.reported("foto.png", Photos.png(40, 30));
        files.read(page);
        page.evaluate("""
                () => {
                  const decode = window.createImageBitmap;
                  const resumed = new Promise(resolve => (window.resume = resolve));
                  window.createImageBitmap = async photo => {
                    window.begun = true;
                    await resumed;
                    return decode(photo);
                  };
                }""");
        Desk.state(page, 1).locator("[data-look]").click();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("window.begun === true")));
        page.click("#kunci");
        page.evaluate("window.resume()");
        Desk.state(page, 1).and(page.locator("[aria-busy=false]")).waitFor();
        PhotoDesk.assertNothingIsDrawn(page);
        PhotoDesk.unlock(page);
        files.desk.open(page, 0);
        PhotoDesk.look(page);
        assertThat(PhotoDesk.photo(page)).isVisible();
        assertThat(files.deliveries).hasValue(2);
    }

    @Test
    void it_stays_over_an_act_in_its_case_and_goes_with_the_page(Page page) {
        files.reported("foto.png", Photos.png(40, 30));
        files.desk.site.on("/kerja/tindakan", request -> Answer.sent(303, Desk.CASE));
        files.read(page);
        PhotoDesk.look(page);
        PhotoDesk.keepHandle(page);
        page.evaluate("""
                () => {
                  const form = document.createElement('form');
                  Object.assign(form, { method: 'post', action: '/kerja/tindakan' });
                  document.querySelector('main').append(form);
                  form.requestSubmit();
                }""");
        assertThat(page.locator("form[action='/kerja/tindakan']")).hasCount(0);
        assertThat(PhotoDesk.photo(page).evaluate("c => c === window.photo")).isEqualTo(true);
        assertThat(PhotoDesk.photo(page).evaluate(PhotoDesk.COLOUR)).isEqualTo(RED);
        page.click("nav a");
        assertThat(page).hasTitle("Hari ini");
        PhotoDesk.assertGone(page);
        files.desk.openCase(page);
        files.desk.open(page, 0);
        PhotoDesk.look(page);
        assertThat(files.deliveries).hasValue(2);
    }

    @Test
    void the_document_is_empty_of_it_the_moment_it_is_hidden(Page page) {
        files.reported("foto.png", Photos.png(40, 30));
        files.read(page);
        PhotoDesk.look(page);
        PhotoDesk.keepHandle(page);
        page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))");
        PhotoDesk.assertGone(page);
    }

    @Test
    void it_is_enlarged_and_closed_by_keyboard(Page page) {
        files.reported("foto.png", Photos.png(2000, 1500));
        files.read(page);
        Desk.state(page, 1).locator("[data-look]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("figure.photo button").last()).isFocused();
        assertThat(page.locator("figure.photo button").last()).hasText("[photo-close]");
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("figure.photo button").first()).hasText("[photo-larger]");
        page.keyboard().press("Enter");
        assertThat(page.locator("figure.photo button").first()).hasText("[photo-smaller]");
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("figure.photo .enlarged")).isFocused();
        assertThat(page.locator("figure.photo .enlarged")).hasAttribute("aria-label", "[photo 1]");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("figure.photo .enlarged, figure.photo [tabindex]"))
                .hasCount(0);
        PhotoDesk.keepHandle(page);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        PhotoDesk.assertGone(page);
        assertThat(Desk.state(page, 1).locator("[data-look]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(PhotoDesk.photo(page)).isVisible();
        assertThat(files.deliveries).hasValue(1);
    }
}
