package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import id.kulkul.web.browser.Chromium;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What pages are made of looks as the style sheet means it, in light and dark, on a phone, on a desk and on paper. */
@Tag("page")
@Tag("demo")
@ExtendWith({Chromium.class, Demonstration.class})
class MaterialsIT {
    private static final String STYLE =
            "([selector, property, part]) => getComputedStyle(document.querySelector(selector), part || null)[property]";
    private static final String TOKEN =
            "name => { const probe = document.createElement('i'); probe.style.setProperty('color', `var(${name})`);"
                    + " document.body.append(probe); const colour = getComputedStyle(probe).color; probe.remove(); return colour; }";

    private static Packaged program;

    @BeforeAll
    static void start(Packaged shared) {
        program = shared;
    }

    private static void open(Page page) {
        page.navigate(program.url("/demo/bahan"));
    }

    private static String style(Page page, String selector, String property) {
        return (String) page.evaluate(STYLE, List.of(selector, property, ""));
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void each_part_has_the_colours_of_its_meaning(ColorScheme scheme, Page page) throws Exception {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        open(page);
        Map.of(
                        ".box.late", "--late-wash",
                        ".box.next", "--next-wash",
                        ".box.soon", "--soon-wash",
                        ".btn.alt", "--paper",
                        "body", "--paper",
                        ".mast", "--deep")
                .forEach((selector, token) -> assertThat(style(page, selector, "backgroundColor"))
                        .as(selector)
                        .isEqualTo(page.evaluate(TOKEN, token)));
        assertThat(style(page, ".tag.late", "color")).isEqualTo(page.evaluate(TOKEN, "--late"));
        assertThat(style(page, ".btn:disabled", "backgroundColor"))
                .isNotEqualTo(style(page, ".btn:not(:disabled)", "backgroundColor"));
        assertThat(style(page, "body", "fontFamily")).startsWith("\"Plus Jakarta Sans\"");
    }

    @Test
    void each_part_is_as_large_as_a_finger_and_nothing_is_wider_than_the_page(Page page) {
        for (int width : List.of(320, 683, 1366)) {
            page.setViewportSize(width, 768);
            open(page);
            assertThat(number(page, "() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(
                            number(
                                    page,
                                    "() => Math.min(...[...document.querySelectorAll('main .btn, main input:not([type=radio], [type=checkbox]), main select, main summary')].map(e => e.getBoundingClientRect().height))"))
                    .as("the smallest target at " + width)
                    .isGreaterThanOrEqualTo(43.5);
        }
    }

    @Test
    void a_code_stands_in_fours_and_on_a_phone_in_twos(Page page) {
        open(page);
        String columns =
                "() => getComputedStyle(document.querySelector('.code')).gridTemplateColumns.split(' ').length";
        assertThat(number(page, columns)).isEqualTo(4);
        page.setViewportSize(390, 844);
        assertThat(number(page, columns)).isEqualTo(2);
    }

    @Test
    void a_table_folds_on_a_phone_and_the_panel_stands_beside_it_on_a_desk(Page page) {
        open(page);
        assertThat(style(page, ".two > .side", "position")).isEqualTo("sticky");
        assertThat(style(page, ".stack td", "display")).isEqualTo("table-cell");
        page.setViewportSize(390, 844);
        assertThat(style(page, ".two > .side", "position")).isEqualTo("static");
        assertThat(style(page, ".stack td:nth-child(3)", "display")).isNotEqualTo("table-cell");
    }

    @Test
    void paper_shows_neither_strips_nor_buttons(Page page) {
        open(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String selector : List.of(".demo", "main .btn", ".skip"))
            assertThat(style(page, selector, "display")).as(selector).isEqualTo("none");
        assertThat(page.locator(".receipt").first()).isVisible();
    }
}
