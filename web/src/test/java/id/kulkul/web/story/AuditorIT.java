package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor moves a case through its history with a keyboard alone, with and without script, in both languages. */
@Tag("story")
@Tag("audit")
@ExtendWith({Chromium.class, Demonstration.class})
class AuditorIT {
    private static final List<String> LANGUAGES = List.of("id", "en");

    /** From now on the page keeps the numbers of all moments that it says it shows. */
    private static final String KEEP_MOMENTS = """
            () => {
              const shown = [];
              new MutationObserver(changes => {
                for (const { addedNodes } of changes)
                  for (const node of addedNodes) shown.push(/Saat ([0-9]+) dari/.exec(node.textContent)?.[1] ?? 'none');
                document.body.dataset.shown = shown.join(' ');
              }).observe(document.getElementById('saat-kini'), { childList: true });
            }""";

    /** From now on the server seems to take longer for a moment than a moment is shown. */
    private static final String SLOW_SERVER = """
            () => {
              const atOnce = window.fetch;
              window.fetch = async (address, options) => {
                if (String(address).includes('/saat?')) await new Promise(passed => setTimeout(passed, 1300));
                return atOnce(address, options);
              };
            }""";

    private static Packaged program;
    private static Auditor auditor;

    @BeforeAll
    static void start(Packaged shared) {
        program = shared;
        auditor = new Auditor(program);
    }

    @Test
    void a_case_is_moved_through_time_with_the_keyboard(Page page) throws IOException {
        for (String language : LANGUAGES) {
            auditor.openOldest(page, language);
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("#geser-saat");
            Locator moment = page.locator("#saat-kini");
            keyboard.press("Home");
            assertThat(moment).containsText(label(1, language));
            assertThat(page.locator("#saat .facts").first())
                    .containsText(language.equals("en") ? "Just arrived" : "Baru masuk");
            assertThat(page.locator("#saat .tag.ok").first()).isVisible();
            String first = Auditor.moment(page);
            assertThat(page).hasURL(Pattern.compile(".*at=" + first + "\\b.*"));
            assertThat(page.locator("tr[data-index='" + first + "']")).hasAttribute("aria-current", "true");
            Chromium.picture(page, "auditor-slider-" + language);
            EveryPage.check(page, language);
            keyboard.tabTo("[data-go=view]");
            keyboard.press("Enter");
            assertThat(moment).containsText(language.equals("en") ? "Content opened" : "Isi dibuka");
            int moments = Auditor.moments(page);
            keyboard.on("#geser-saat").press("End");
            assertThat(moment).containsText(label(moments, language));
            assertThat(page.locator("[data-go=next]")).isHidden();
            String last = page.locator("#saat h2").textContent();
            keyboard.press("ArrowLeft");
            assertThat(moment).containsText(label(moments - 1, language));
            assertThat(page.locator("[data-go=next]")).isVisible();
            assertThat(page.locator("#saat h2")).not().hasText(last);
            for (Locator details : page.locator("main details > summary").all()) details.click();
            assertThat(page.locator("#saat ol li").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
            Chromium.picture(page, "auditor-open-" + language);
            EveryPage.check(page, language);
        }
    }

    @Test
    void the_next_missed_deadline_is_one_press_away(Page page) throws IOException {
        auditor.openLate(page, "id");
        Keyboard keyboard = new Keyboard(page);
        keyboard.tabTo("[data-go=missed]");
        keyboard.press("Enter");
        assertThat(page.locator("tr[aria-current] .tag.late")).isVisible();
        assertThat(page.locator("#saat .tag.late").first()).hasText("Terlambat");
        assertThat(page.locator(":focus")).isVisible();
    }

    @Test
    void the_play_button_goes_one_moment_a_second_until_it_is_pressed_again(Page page) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        auditor.openOldest(page, "id");
        Keyboard keyboard = new Keyboard(page);
        keyboard.on("#geser-saat").press("Home");
        Locator moment = page.locator("#saat-kini");
        assertThat(moment).containsText("Saat 1 dari");
        page.evaluate(KEEP_MOMENTS);
        keyboard.on("#putar").press("Space");
        assertThat(page.locator("#putar")).hasText("Jeda");
        assertThat(page.locator("body")).hasAttribute("data-shown", Pattern.compile("^2 3\\b.*"));
        keyboard.press("Space");
        assertThat(page.locator("#putar")).hasText("Putar");
        int stands = Integer.parseInt(page.locator("#geser-saat").inputValue()) + 1;
        assertThat(moment).containsText("Saat " + stands + " dari");
        page.waitForTimeout(1_500);
        assertThat(moment).containsText("Saat " + stands + " dari");
        assertThat(page.locator("body")).hasAttribute("data-shown", upTo(stands));
        int moments = Auditor.moments(page);
        keyboard.on("#geser-saat").press("End");
        keyboard.press("ArrowLeft");
        assertThat(moment).containsText("Saat " + (moments - 1) + " dari");
        keyboard.on("#putar").press("Space");
        assertThat(moment).containsText("Saat " + moments + " dari");
        assertThat(page.locator("#putar")).hasText("Putar");
        assertThat(page.locator("[data-go=next]")).isHidden();
        page.context().setOffline(true);
        keyboard.on("#geser-saat").press("Home");
        assertThat(moment).containsText("Server tidak terjangkau");
        page.context().setOffline(false);
        keyboard.press("ArrowRight");
        assertThat(moment).containsText("Saat 2 dari");
    }

    @Test
    void every_moment_is_shown_while_playing_however_slow_the_server(Page page) throws IOException {
        auditor.openOldest(page, "id");
        page.evaluate(SLOW_SERVER);
        Keyboard keyboard = new Keyboard(page);
        keyboard.on("#geser-saat").press("Home");
        Locator moment = page.locator("#saat-kini");
        assertThat(moment).containsText("Saat 1 dari");
        page.evaluate(KEEP_MOMENTS);
        keyboard.on("#putar").press("Space");
        assertThat(page.locator("body")).hasAttribute("data-shown", Pattern.compile("^2 3 4\\b.*"));
    }

    @Test
    void a_number_that_is_typed_while_the_case_plays_is_left_alone(Page page) throws IOException {
        auditor.openOldest(page, "id");
        Keyboard keyboard = new Keyboard(page);
        keyboard.on("#geser-saat").press("Home");
        assertThat(page.locator("#saat-kini")).containsText("Saat 1 dari");
        page.evaluate(KEEP_MOMENTS);
        keyboard.on("#putar").press("Space");
        keyboard.on("#at").press("Control+A");
        keyboard.type("123");
        assertThat(page.locator("body")).hasAttribute("data-shown", Pattern.compile("^2 3 4\\b.*"));
        assertThat(page.locator("#at")).hasValue("123");
    }

    @Test
    void what_is_open_and_what_has_the_focus_stay_so_from_moment_to_moment(Page page) throws IOException {
        auditor.openOldest(page, "id");
        Keyboard keyboard = new Keyboard(page);
        Locator moment = page.locator("#saat-kini");
        Locator proof = page.locator("#saat > details > summary:has-text('Bukti')");
        keyboard.on("#geser-saat").press("Home");
        assertThat(moment).containsText("Saat 1 dari");
        keyboard.on(proof).press("Enter");
        for (int i = 2; i <= Auditor.moments(page); i++) {
            keyboard.on("#geser-saat").press("ArrowRight");
            assertThat(moment).containsText("Saat " + i + " dari");
            assertThat(page.locator("#saat details[open] > summary")).hasText(new String[] {"Bukti saat yang dipilih"});
        }
        keyboard.on("#geser-saat").press("Home");
        assertThat(moment).containsText("Saat 1 dari");
        page.evaluate(KEEP_MOMENTS);
        keyboard.on("#putar").press("Space");
        keyboard.on(proof);
        assertThat(page.locator("body")).hasAttribute("data-shown", Pattern.compile("^2 3 4\\b.*"));
        assertThat(proof).isFocused();
        keyboard.press("Tab");
        assertThat(page.locator("body")).hasAttribute("data-shown", Pattern.compile("^2 3 4 5 6\\b.*"));
        assertThat(page.locator("#saat a[href*=titik-periksa]")).isFocused();
        page.evaluate("() => { document.activeElement.closest('details').dataset.name = 'gone'; }");
        assertThat(page.locator("#geser-saat")).isFocused();
    }

    @Test
    void two_handles_show_what_differs(Page page) throws IOException {
        for (String language : LANGUAGES) {
            auditor.openOldest(page, language);
            Keyboard keyboard = new Keyboard(page);
            keyboard.tabTo("a[data-with=from]");
            keyboard.press("Enter");
            assertThat(page.locator("#perubahan")).isVisible();
            keyboard.tabTo("#geser-dari");
            keyboard.press("Home");
            keyboard.tabTo("#geser-sampai");
            keyboard.press("End");
            Locator changes = page.locator("#perubahan tbody tr");
            for (String part : List.of("stage", "holder", "content", "clock"))
                assertThat(changes.locator("xpath=self::*[@data-part='" + part + "']")
                                .first())
                        .isVisible();
            assertThat(page.locator("tr[data-how=added][data-part=content]").first())
                    .isVisible();
            Chromium.picture(page, "auditor-diff-" + language);
            EveryPage.check(page, language);
            keyboard.on("#geser-sampai").press("Home");
            assertThat(changes).hasCount(0);
            EveryPage.check(page, language);
        }
    }

    @Test
    void the_same_works_without_script(Page door, @Chromium.WithoutScript Page page) throws IOException {
        auditor.enter(door, "id");
        auditor.enter(page, "id");
        for (String language : LANGUAGES) {
            page.navigate(auditor.address("/audit", language));
            Keyboard keyboard = new Keyboard(page);
            keyboard.on(page.locator(".card a").last()).enter();
            assertThat(page.locator("#geser")).isHidden();
            for (String jump : List.of("first", "next", "previous", "view", "last")) {
                keyboard.tabTo("[data-go=" + jump + "]");
                keyboard.enter();
            }
            String last = Auditor.moment(page);
            keyboard.tabTo("#at");
            keyboard.press("Control+A");
            keyboard.type("0");
            keyboard.enter();
            assertThat(Auditor.moment(page)).isEqualTo("wbs-0");
            keyboard.tabTo("a[data-with=from]");
            keyboard.enter();
            assertThat(page.locator("#perubahan tbody tr").first()).isVisible();
            keyboard.tabTo("#from");
            keyboard.press("Control+A");
            keyboard.type(last);
            keyboard.enter();
            assertThat(page.locator("#perubahan tbody tr")).hasCount(0);
        }
    }

    private static String label(int moment, String language) {
        return language.equals("en") ? "Moment " + moment + " of" : "Saat " + moment + " dari";
    }

    private static String upTo(int last) {
        return IntStream.rangeClosed(2, last).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }
}
