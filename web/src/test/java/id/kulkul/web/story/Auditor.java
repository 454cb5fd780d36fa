package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The ways of an auditor to the pages of a running demonstration, who signs in once and stays so from window to window.
 */
final class Auditor {
    private static final Pattern INDEX = Pattern.compile("(wbs-[0-9]+)");

    private final Packaged program;
    private List<Cookie> session = List.of();

    Auditor(Packaged program) {
        this.program = program;
    }

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
        enter(page, language);
        page.locator(".card a").last().click();
        assertThat(page.locator("h1")).containsText("WBS-");
    }

    /** A case with a duty that was missed, at its first moment. */
    void openLate(Page page, String language) throws IOException {
        enter(page, language);
        page.navigate(address("/audit/kasus?pile=LATE", language));
        page.locator("#kasus tbody a").first().click();
        page.locator("[data-go=first]").click();
        assertThat(page.locator("[data-go=missed]")).isVisible();
    }

    /**
     * Shows the first page behind the door: through the door the first time, and from then on with what the door gave.
     */
    void enter(Page page, String language) throws IOException {
        if (session.isEmpty()) signIn(page, language);
        else {
            page.context().addCookies(session);
            page.navigate(address("/audit", language));
            assertThat(page.locator("h1")).hasText("Audit");
        }
    }

    void signIn(Page page, String language) throws IOException {
        Entrance.signIn(program, page, "auditor", language);
        page.navigate(address("/audit", language));
        assertThat(page.locator("h1")).hasText("Audit");
        session = page.context().cookies().stream()
                .map(cookie -> new Cookie(cookie.name, cookie.value).setUrl(url("/").replace("http:", "https:")))
                .toList();
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
