package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an auditor sees of a case from which somebody with the disk took an event, while the program runs and after its
 * next start.
 *
 * <p>A program of its own: it is robbed.
 */
@Tag("story")
@Tag("audit")
@ExtendWith({Chromium.class, Demonstration.class})
class RobbedIT {
    @Test
    void an_event_that_is_gone_is_told_and_nothing_after_it_is_told_as_history(
            @Demonstration.Own Packaged program, Page page) throws Exception {
        Auditor auditor = new Auditor(program);
        auditor.openOldest(page, "id");
        String report = page.url().replaceAll(".*/kasus/([0-9a-f]{32}).*", "$1");
        Path events = program.home().resolve("data").resolve("events.db");
        Tampering.remove(events, report, 3);
        assertTold(page, report, program);
        program.stop();
        program.startAgain();
        auditor.signIn(page, "id");
        assertThat(page.locator(".box.late[role=alert]").last()).isVisible();
        assertTold(page, report, program);
        page.navigate(auditor.url("/audit/kasus"));
        assertThat(page.locator(".box.late[role=alert]").first()).isVisible();
    }

    private static void assertTold(Page page, String report, Packaged program) throws Exception {
        page.navigate(program.url("/audit/kasus/" + report));
        assertThat(page.locator(".box.late[role=alert]").last()).isVisible();
        assertThat(page.locator("section[aria-labelledby=kini-judul] .box.late"))
                .isVisible();
        EveryPage.check(page, "id");
        page.navigate(program.url("/audit/kasus/" + report + "/beda"));
        assertThat(page.locator(".box.late[role=alert]").first()).isVisible();
        EveryPage.check(page, "id");
        page.navigate(program.url("/audit/kasus/" + report));
        String moments = page.locator("#saat-kini").textContent();
        assertThat(moments).startsWith("Saat 12 dari 12");
        page.navigate(program.url("/audit/kasus/" + report + "?at=0"));
        assertThat(page.locator("#saat .facts").first()).containsText("Baru masuk");
    }

    @Test
    void stamps_that_are_cut_short_stop_nothing_and_are_told(@Demonstration.Own Packaged program, Page page)
            throws Exception {
        Auditor auditor = new Auditor(program);
        auditor.openOldest(page, "id");
        String report = page.url().replaceAll(".*/kasus/([0-9a-f]{32}).*", "$1");
        program.stop();
        Tampering.cutStamps(program.home().resolve("data").resolve("events.db"), report, 3);
        program.startAgain();
        auditor.signIn(page, "id");
        assertThat(page.locator(".box.late[role=alert]").last()).isVisible();
        page.navigate(program.url("/audit/kasus/" + report));
        assertThat(page.locator("section[aria-labelledby=kini-judul] .box.late"))
                .isVisible();
    }
}
