package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The whole way of a reporter and of an investigator with a keyboard alone, the reporter's without script. */
@Tag("story")
@Tag("report")
@Tag("staff")
@ExtendWith({Chromium.class, Demonstration.class})
@ResourceLock(value = Demonstration.QUIET, mode = ResourceAccessMode.READ)
class KeyboardIT {
    private static Packaged program;

    @BeforeAll
    static void start(@Demonstration.Quiet Packaged shared) {
        program = shared;
    }

    @Test
    void a_reporter_writes_returns_and_answers(@Chromium.WithoutScript Page page) throws Exception {
        Keyboard keyboard = new Keyboard(page);
        page.navigate(program.url("/lapor"));
        keyboard.tabTo("#category-corruption");
        keyboard.press("ArrowDown");
        assertThat(page.locator("#category-bribery")).isChecked();
        keyboard.tabTo("#body");
        keyboard.type("Laporan rekaan dengan papan ketik.");
        keyboard.tabTo("#exclude-head");
        keyboard.press("Space");
        assertThat(page.locator("#exclude-head")).isChecked();
        keyboard.press("Space");
        keyboard.tabTo("main button[type=submit]");
        keyboard.enter();
        String digits = page.locator("#receipt-digits").textContent();
        String greeting = page.locator("#receipt-greeting").textContent();
        copyWrongThenRight(page, keyboard, digits.trim().split(" "));
        keyboard.tabTo("#receipt");
        keyboard.type(digits);
        keyboard.tabTo("main button[type=submit]");
        keyboard.enter();
        pressAgain(page, keyboard, "form[action='/kotak'] button", "#greeting");
        assertThat(page.locator("#greeting strong")).hasText(greeting);
        pressAgain(page, keyboard, "form[action='/kotak'] button", "#reply");
        keyboard.tabTo("#reply");
        keyboard.type("Jawaban rekaan dengan papan ketik.");
        keyboard.tabTo("form:has(#reply) button");
        keyboard.enter();
        pressAgain(page, keyboard, "form:has(#reply) button", "[role=status]");
        assertThat(page.locator("[role=status]")).containsText("sudah terkirim");
    }

    @Test
    void an_investigator_signs_in_reads_locks_and_unlocks(Page page) throws IOException {
        Keyboard keyboard = new Keyboard(page);
        String passphrase = Objects.requireNonNull(program.accounts().get("pemeriksa-1"));
        page.navigate(program.url("/masuk"));
        keyboard.tabTo("#name");
        keyboard.type("pemeriksa-1");
        keyboard.tabTo("#passphrase");
        keyboard.type(passphrase);
        keyboard.press("Enter");
        assertThat(page.locator("h1")).hasText("Hari ini", slowly());
        keyboard.tabTo(".work td a");
        keyboard.press("Enter");
        assertThat(page.locator("h1")).containsText("WBS-");
        Locator body = page.locator("section[data-kind=REPORT_BODY]");
        keyboard.tabTo("section[data-kind=REPORT_BODY] [data-open]");
        keyboard.press("Space");
        assertThat(body.locator("[data-content]")).containsText("rekaan");
        assertThat(body.locator("[data-content]")).isFocused();
        keyboard.tabTo("#kunci");
        keyboard.press("Enter");
        assertThat(body.locator("[data-content]")).isEmpty();
        assertThat(page.locator("#buka-passphrase")).isFocused();
        keyboard.type(passphrase);
        keyboard.press("Enter");
        assertThat(page.locator("#kunci")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(page.locator("#buka")).isHidden();
        assertThat(body.locator("[data-open]")).isFocused();
    }

    /** What is on the paper is compared on the page itself, which only then lets go of the code. */
    private static void copyWrongThenRight(Page page, Keyboard keyboard, String[] groups) {
        Locator noted = page.locator("[data-check] .when-valid");
        for (int i = 0; i < groups.length; i++) {
            keyboard.tabTo(".check label:nth-child(" + (i + 1) + ") input");
            keyboard.type(i == 2 ? wrong(groups[i]) : groups[i]);
        }
        assertThat(page.locator(".check input:invalid")).hasCount(1);
        keyboard.tabTo("[data-check] .when-valid");
        keyboard.press("Enter");
        assertThat(page.locator(".check label:nth-child(3) input")).isFocused();
        assertThat(page.locator("#receipt-digits")).isVisible();
        keyboard.press("Control+a");
        keyboard.type(groups[2]);
        keyboard.tabTo("[data-check] .when-valid");
        assertThat(noted).isFocused();
        keyboard.enter();
        assertThat(page).hasURL(Pattern.compile(".*/kotak\\??"));
    }

    private static String wrong(String group) {
        return group.substring(0, 4) + (group.charAt(4) == '0' ? '1' : '0');
    }

    /** A busy mailbox, or one without news, is asked again. */
    private static void pressAgain(Page page, Keyboard keyboard, String button, String wanted) throws Exception {
        Patience.until("the mailbox shows " + wanted, () -> {
            if (page.locator(wanted).count() > 0) return true;
            keyboard.tabTo(button);
            keyboard.enter();
            return false;
        });
    }

    private static LocatorAssertions.HasTextOptions slowly() {
        return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    }
}
