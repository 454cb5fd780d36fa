package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** The way of a member of a demonstration's staff through its door, with the passphrase that the program printed. */
final class Entrance {
    private static final Pattern DOOR = Pattern.compile("/masuk");
    private static final double PATIENCE = 30_000;

    private Entrance() {}

    static void signIn(Packaged program, Page page, String name) throws IOException {
        signIn(program, page, name, "id");
    }

    /** Returns on the first page behind the door; stretching the passphrase takes the browser a while. */
    static void signIn(Packaged program, Page page, String name, String language) throws IOException {
        page.navigate(program.url(language.equals("en") ? "/masuk?lang=en" : "/masuk"));
        page.locator("#name").fill(name);
        page.locator("#passphrase")
                .fill(Objects.requireNonNull(program.accounts().get(name)));
        page.locator("#masuk button[type=submit]").click();
        assertThat(page).not().hasURL(DOOR, new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        assertThat(page.locator("h1")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }
}
