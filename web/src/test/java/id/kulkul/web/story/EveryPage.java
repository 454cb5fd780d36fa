package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What holds on every page for every reader, in either language; of pages with one {@link Shape} the checker sees the
 * first.
 */
final class EveryPage {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final int PHONE = 360;
    private static final int TWICE_AS_LARGE = WIDTH / 2;

    /** Links within a sentence are as high as their line; everything else is a target for a finger. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll(
                'a[href]:not(.skip), button, input:not([type=hidden]), textarea, select, summary')]
              .filter(e => e.getClientRects().length)
              .filter(e => e.tagName !== 'A' || getComputedStyle(e).display !== 'inline'
                || e.closest('p, li, dd, td')?.textContent.trim() === e.textContent.trim())
              .filter(e => (e.closest('.choice') ?? e).getBoundingClientRect().height < 43.5)
              .map(e => e.outerHTML)""";

    private static final String BOX_ON_ITS_WORDS = """
            () => [...document.querySelectorAll('.choice')]
              .filter(e => e.getClientRects().length)
              .filter(e => e.querySelector('input').getBoundingClientRect().right + 4
                > e.querySelector('span').getBoundingClientRect().left)
              .map(e => e.outerHTML)""";

    private static final String LEADS_TO_ANOTHER_LANGUAGE = """
            () => [...document.querySelectorAll('a[href^="/"]:not(.language):not([href^="/log/"]), form[action]')]
              .map(e => e.getAttribute('href') ?? e.getAttribute('action'))
              .filter(address => !new URL(address, location).searchParams.has('lang', 'en'))""";

    /** The words of the page itself: without what people wrote, and without what is marked as another language. */
    private static final String OWN_WORDS = """
            () => {
              const page = document.querySelector('body').cloneNode(true);
              page.querySelectorAll('[lang=id], [translate=no], [data-content], .msg p, .sealed-text, script, template, style')
                .forEach(e => e.remove());
              return document.title + ' ' + page.textContent;
            }""";

    private static final Pattern INDONESIAN = Pattern.compile(
            "\\b(yang|dan|atau|untuk|tidak|belum|sudah|dengan|hari|bulan|pukul|laporan|pelapor|kotak|masuk|keluar|kirim"
                    + "|tenggat|terlambat|lainnya|kenapa|isi|dasar|diterima|pesan|jawaban|peragaan|berjalan|sejak)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> ACCESSIBLE = ConcurrentHashMap.newKeySet();

    private EveryPage() {}

    /**
     * Fails with what is wrong with the page that is shown, where anything is; without frames the checker needs no
     * window of its own.
     */
    static void check(Page page, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.content()).doesNotContain("??");
        if (language.equals("en")) speaksEnglish(page);
        assertThat(page.frames()).as("frames of " + page.url()).hasSize(1);
        isAccessible(page);
        fits(page, TWICE_AS_LARGE);
        fits(page, PHONE);
        assertThat((List<?>) page.evaluate(TOO_SMALL))
                .as("targets of " + page.url())
                .isEmpty();
        assertThat((List<?>) page.evaluate(BOX_ON_ITS_WORDS))
                .as("choices of " + page.url())
                .isEmpty();
        page.setViewportSize(WIDTH, HEIGHT);
    }

    private static void isAccessible(Page page) {
        String shape = Shape.of(page);
        if (ACCESSIBLE.contains(shape)) return;
        List<Rule> violations =
                new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations)
                .as("axe on " + page.url())
                .extracting(Rule::getId)
                .isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.DARK)
                .setReducedMotion(ReducedMotion.REDUCE)); // a colour on its way to another is neither
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withRules(List.of("color-contrast"))
                        .analyze()
                        .getViolations())
                .as("contrast in the dark on " + page.url())
                .extracting(rule -> rule.getNodes().toString())
                .isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        ACCESSIBLE.add(shape);
    }

    private static void speaksEnglish(Page page) {
        assertThat((List<?>) page.evaluate(LEADS_TO_ANOTHER_LANGUAGE))
                .as("links of " + page.url())
                .isEmpty();
        String words = (String) page.evaluate(OWN_WORDS);
        assertThat(INDONESIAN
                        .matcher(words)
                        .results()
                        .map(found -> words.substring(
                                Math.max(0, found.start() - 20), Math.min(words.length(), found.end() + 20))))
                .as("Indonesian words on " + page.url())
                .isEmpty();
    }

    private static void fits(Page page, int width) {
        page.setViewportSize(width, HEIGHT);
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of " + page.url() + " at " + width)
                .isLessThanOrEqualTo(width);
    }
}
