package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures of the README anew, from the real pages, when asked with {@code -Dkulkul.pictures=true}.
 *
 * <p>A program of its own: nobody else writes what they show.
 */
@Tag("story")
@Tag("demo")
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = "kulkul.pictures", matches = "true")
class PicturesIT {
    private static final Path FOLDER = Path.of("..", ".github", "pictures");
    private static final long MOST_BYTES = 150 * 1024;

    @TempDir
    static Path temporary;

    @Test
    void the_pictures_show_the_real_pages(Page reporter, Page investigator, Page auditor) throws Exception {
        Files.createDirectories(FOLDER);
        try (Packaged program =
                new Packaged(Told.copy(temporary.resolve("home")), "--kulkul.demo=true", "--kulkul.marks.wbs=2s")) {
            String digits = report(program, reporter);
            Patience.untilTheNextMark(program);
            work(program, investigator);
            mailbox(program, reporter, digits);
            Entrance.signIn(program, auditor, "auditor");
            auditor.locator("#kasus tbody a").last().click();
            assertThat(auditor.locator("h1")).containsText("WBS-");
            auditor.locator("[data-go=view]").click();
            assertThat(auditor.locator("#saat-kini")).containsText("Isi dibuka");
            auditor.setViewportSize(900, 700);
            auditor.evaluate("document.getElementById('geser-judul').scrollIntoView()");
            take(auditor, "audit-kasus", 900, 700);
        }
    }

    private static String report(Packaged program, Page page) throws IOException {
        page.navigate(program.url("/lapor"));
        take(page, "lapor", 420, 800);
        page.locator("#category-corruption").check();
        page.locator("#body").fill("Kepala bagian rekaan menjual bantuan bibit kepada kerabatnya sendiri.");
        page.locator("main button[type=submit]").click();
        page.locator("#receipt-digits").waitFor();
        take(page, "receipt", 900, 900);
        return page.locator("#receipt-digits").textContent();
    }

    private static void work(Packaged program, Page page) throws IOException {
        Entrance.signIn(program, page, "pemeriksa-1");
        take(page, "kerja", 900, 700);
        page.locator("section[aria-labelledby=NEW] td a").last().click();
        page.locator("section[data-kind=REPORT_BODY] [data-open]").click();
        assertThat(page.locator("section[data-kind=REPORT_BODY] [data-content]"))
                .containsText("bibit");
        page.locator("form:has(input[value=ACKNOWLEDGE]) button").click();
        assertThat(page.locator("input[value=ACKNOWLEDGE]")).hasCount(0);
        assertThat(page.locator("section[data-kind=REPORT_BODY] [data-content]"))
                .containsText("bibit");
        take(page, "kasus", 900, 900);
        page.locator("summary:has-text('Langkah lain')").click();
        var form = page.locator("form[data-seal]:has(input[value=ASK_REPORTER])");
        form.locator("textarea").fill("Kapan bibit itu dijual? Jawablah hanya bila aman bagi Anda.");
        form.locator("button").click();
        assertThat(page.locator("[role=status]:has-text('terkirim')")).isVisible();
    }

    private static void mailbox(Packaged program, Page page, String digits) throws IOException {
        page.navigate(program.url("/kotak"));
        page.locator("#receipt").fill(digits);
        page.locator("main button[type=submit]").first().click();
        Patience.untilAnswered(page);
        assertThat(page.locator(".msg:not(.mine) p")).containsText("bibit");
        take(page, "kotak", 900, 900);
    }

    private static void take(Page page, String name, int width, int height) throws IOException {
        page.setViewportSize(width, height);
        if (!name.equals("audit-kasus")) page.evaluate("window.scrollTo(0, 0)");
        Path file = FOLDER.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(name).isLessThanOrEqualTo(MOST_BYTES);
    }
}
