package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a report of a reporter without JavaScript.
 *
 * <p>A program of its own: it is killed, and one byte of its history is changed.
 */
@Tag("story")
@Tag("report")
@ExtendWith(Chromium.class)
class StoryIT {
    private static final String STORY = "Kepala bagian rekaan menjual bantuan bibit kepada kerabatnya sendiri.";
    private static final String QUESTION = "Kapan bibit itu dijual?";
    private static final String NOTE = "Nota rekaan dari pasar.";
    private static final String ANSWER = "Dua hari setelah pembagian, menjelang malam.";

    @TempDir
    static Path temporary;

    @Test
    void a_report_is_made_read_answered_and_verified_though_the_server_is_killed(
            @Chromium.WithoutScript Page reporter, Page investigator, Page auditor) throws Exception {
        try (Packaged program = new Packaged(
                Told.copy(temporary.resolve("home")),
                "--kulkul.demo=true",
                "--kulkul.marks.wbs=3s",
                "--kulkul.marks.open=3s")) {
            String digits = report(program, reporter);
            awaitNews(program, reporter, digits);
            keepProof(reporter);
            Entrance.signIn(program, investigator, "pemeriksa-1");
            String address = readNewest(investigator);
            ask(investigator);
            program.killAndStartAgain();
            answer(program, reporter, digits);
            Patience.untilTheNextMark(program);
            Entrance.signIn(program, investigator, "pemeriksa-1");
            readAnswer(investigator, address);
            verify(program, auditor);
        }
    }

    private static String report(Packaged program, Page page) {
        page.navigate(program.url("/lapor"));
        page.locator("#category-corruption").check();
        page.locator("#body").fill(STORY);
        page.locator("#attachment")
                .setInputFiles(new FilePayload(
                        "kuitansi.txt", "text/plain", "Kuitansi rekaan.".getBytes(StandardCharsets.UTF_8)));
        page.locator("main button[type=submit]").click();
        String digits = page.locator("#receipt-digits").textContent().strip();
        assertThat(digits).matches("([0-9]{5} ){7}[0-9]{5}");
        assertThat(page.locator("#receipt-words").textContent().split(" ")).hasSize(12);
        return digits;
    }

    private static void awaitNews(Packaged program, Page page, String digits) throws Exception {
        Patience.until("a checkpoint covers the report", () -> {
            open(program, page, digits);
            return page.locator("text=Status laporan").count() > 0;
        });
    }

    private static void open(Packaged program, Page page, String digits) {
        page.navigate(program.url("/kotak"));
        page.locator("#receipt").fill(digits);
        page.locator("main button[type=submit]").first().click();
        Patience.untilAnswered(page);
        assertThat(page.locator("#greeting")).isVisible();
    }

    private static void keepProof(Page page) {
        Download download = page.waitForDownload(
                () -> page.locator("form[action='/kotak/bukti'] button").click());
        download.saveAs(temporary.resolve("receipt.tlog-proof"));
    }

    private static String readNewest(Page page) {
        assertThat(page.locator("h1")).hasText("Hari ini");
        page.locator("section[aria-labelledby=NEW] td a").last().click();
        Locator body = page.locator("section[data-kind=REPORT_BODY]");
        assertThat(body).isVisible(visibleSoon());
        body.locator("[data-open]").click();
        assertThat(body.locator("[data-content]"))
                .not()
                .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(20_000));
        return page.url();
    }

    private static void ask(Page page) {
        page.locator("form:has(input[value=ACKNOWLEDGE]) button").click();
        assertThat(page.locator("input[value=ACKNOWLEDGE]")).hasCount(0);
        page.locator("summary:has-text('Langkah lain')").click();
        Locator form = page.locator("form[data-seal]:has(input[value=ASK_REPORTER])");
        form.locator("textarea").fill(QUESTION);
        form.locator("button").click();
        assertThat(page.locator("[role=status]:has-text('terkirim')")).isVisible(visibleSoon());
    }

    private static void answer(Packaged program, Page page, String digits) throws IOException {
        open(program, page, digits);
        assertThat(page.locator(".msg:not(.mine) p")).hasText(QUESTION);
        assertThat(page.locator("main")).containsText("Pemeriksa Pertama (rekaan)");
        page.locator("#reply").fill(ANSWER);
        page.locator("#attachment").setInputFiles(Files.writeString(temporary.resolve("nota.txt"), NOTE));
        page.locator("form:has(#reply) button").click();
        page.waitForURL(program.url("/kotak/jawab"));
        Patience.untilAnswered(page);
        assertThat(page.locator("[role=status]")).containsText("sudah terkirim");
    }

    private static void readAnswer(Page page, String address) throws IOException {
        assertThat(page.locator("h1")).hasText("Hari ini");
        page.locator("a[href='" + address.substring(address.indexOf("/kerja")).replaceAll("\\?.*", "") + "']")
                .first()
                .click();
        Locator body = page.locator("section[data-kind=REPORT_BODY]");
        body.locator("[data-open]").click();
        assertThat(body.locator("[data-content]"))
                .containsText(STORY, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        Locator answer = page.locator("section[data-kind=MSG_TO_TEAM]").first();
        answer.locator("[data-open]").click();
        assertThat(answer.locator("[data-content]"))
                .containsText(ANSWER, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        page.locator("section[data-kind=MSG_TO_TEAM]")
                .last()
                .locator("[data-open]")
                .click();
        Locator file = page.locator("section[data-kind=ATTACHMENT]").last();
        assertThat(file).containsText("nota.txt", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        Download download =
                page.waitForDownload(() -> file.locator("[data-open]").click());
        assertThat(Files.readString(download.path())).isEqualTo(NOTE);
    }

    private static void verify(Packaged program, Page page) throws Exception {
        Entrance.signIn(program, page, "auditor");
        page.navigate(program.url("/audit"));
        assertThat(page.locator("h1")).hasText("Audit");
        page.locator(".card a").last().click();
        assertThat(page.locator("h1")).containsText("WBS-");
        String report = page.url().replaceAll(".*/", "");
        String index = page.locator("tbody tr")
                .nth(1)
                .locator("td")
                .nth(1)
                .textContent()
                .replaceAll("[^0-9]", "");
        Tools.Run whole = verified(program, page);
        assertThat(whole.exit()).isZero();
        assertThat(whole.output())
                .contains("anchor=policy")
                .contains("witnesses=0/0")
                .containsPattern("VALID size=[0-9]+ root=");
        program.stop();
        Tampering.flipOneByte(program.home().resolve("data/events.db"), report, 1);
        program.startAgain();
        Entrance.signIn(program, page, "auditor");
        page.navigate(program.url("/audit"));
        assertThat(page.locator("h1")).hasText("Audit");
        assertThat(page.locator("[role=alert]").last()).containsText("Riwayat berubah");
        page.navigate(program.url("/audit/kasus/" + report + "?at=" + index));
        assertThat(page.locator("#saat .tag.late").first()).containsText("tidak cocok");
        assertThat(page.locator("#saat .box.late")).containsText("tidak lagi sama");
        page.locator("[data-go=first]").click();
        assertThat(page.locator("#saat .tag.ok").first()).containsText("utuh");
        Tools.Run changed = verified(program, page);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.output()).contains("INVALID index=" + index + " reason=");
    }

    private static Tools.Run verified(Packaged program, Page page) throws Exception {
        page.navigate(program.url("/audit"));
        Download download = page.waitForDownload(
                () -> page.locator("a[href='/audit/log/wbs/ekspor']").click());
        Path export = temporary.resolve("wbs.jsonl");
        download.saveAs(export);
        assertThat(Files.readString(export)).doesNotContain("bibit").doesNotContain("kuitansi");
        String proof = temporary.resolve("receipt.tlog-proof").toString();
        return Tools.verify(export, program.home().resolve("keys"), "--checkpoint", proof);
    }

    private static LocatorAssertions.IsVisibleOptions visibleSoon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    }
}
