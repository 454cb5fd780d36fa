package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;

/** The ways of an auditor to the pages of a running demonstration. */
record Auditor(Packaged program) {
    private static final Pattern INDEX = Pattern.compile("(wbs-[0-9]+)");

    /** The index of the moment that a case's page shows. */
    static String moment(Page page) {
        var found = INDEX.matcher(page.locator("#saat-kini").textContent());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** How many moments the case has that a page shows. */
    static int moments(Page page) {
        return Integer.parseInt(page.locator("#geser-saat").getAttribute("max")) + 1;
    }

    void openOldest(Page page, String language) throws IOException {
        signIn(page, language);
        page.locator(".card a").last().click();
        assertThat(page.locator("h1")).containsText("WBS-");
    }

    /** A case with a duty that was missed, at its first moment. */
    void openLate(Page page, String language) throws IOException {
        signIn(page, language);
        page.navigate(address("/audit/kasus?pile=LATE", language));
        page.locator("#kasus tbody a").first().click();
        page.locator("[data-go=first]").click();
        assertThat(page.locator("[data-go=missed]")).isVisible();
    }

    void signIn(Page page, String language) throws IOException {
        signIn(page, "auditor", language, "Audit");
    }

    void signIn(Page page, String name, String language, String heading) throws IOException {
        Entrance.signIn(program, page, name, language);
        assertThat(page.locator("h1")).hasText(heading);
    }

    String address(String path, String language) {
        String join = path.contains("?") ? "&" : "?";
        return program.url(language.equals("en") ? path + join + "lang=en" : path);
    }

    String url(String path) {
        return program.url(path);
    }
}
