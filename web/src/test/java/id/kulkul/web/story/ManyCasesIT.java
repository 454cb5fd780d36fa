package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor turns the pages of more cases than one page shows, and each of them stands there once. */
@ExtendWith({Chromium.class, Demonstration.class})
class ManyCasesIT {
    private static final String NEXT = "a[rel=next]";
    private static final int MORE = 35;
    private static final int ROWS = 30;
    private static final int MOST_BYTES = 60 * 1024;

    @Test
    void all_cases_are_turned_page_by_page(Packaged program, Page page) throws Exception {
        Door door = new Door(program, "");
        for (int i = 0; i < MORE; i++) {
            assertThat(door.report("secret", FormCase.secret(), "category", "bribery", "body", "Cerita rekaan")
                            .status())
                    .isEqualTo(200);
        }
        Patience.untilTheNextMark(program);
        Auditor auditor = new Auditor(program);
        auditor.signIn(page, "id");
        List<String> stored = turned(page, ".card a");
        page.navigate(auditor.url("/audit/kasus"));
        for (int i = 0; i < 30 && listed(page) < stored.size(); i++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
        assertThat(turned(page, "#kasus tbody a")).containsExactlyInAnyOrderElementsOf(stored);
        for (String path : List.of("/audit", "/audit/kasus")) {
            page.navigate(auditor.address(path, "en"));
            assertThat(page.locator(NEXT)).hasText("Next page");
            EveryPage.check(page, "en");
            int bytes = page.request().get(page.url()).body().length;
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }

    /** The numbers of all cases, from the first page to the last. */
    private static List<String> turned(Page page, String row) {
        List<String> numbers = new ArrayList<>(page.locator(row).allTextContents());
        assertThat(numbers).hasSize(ROWS);
        while (page.locator(NEXT).isVisible()) {
            new Keyboard(page).on(NEXT).enter();
            numbers.addAll(page.locator(row).allTextContents());
        }
        assertThat(numbers).hasSizeGreaterThan(MORE).doesNotHaveDuplicates();
        return numbers;
    }

    private static int listed(Page page) {
        return Integer.parseInt(
                page.locator(".figures li strong").first().textContent().strip());
    }
}
