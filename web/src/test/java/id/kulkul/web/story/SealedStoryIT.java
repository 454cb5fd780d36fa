package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a report that is sealed in the browser.
 *
 * <p>A program of its own: it is killed while a file arrives.
 */
@Tag("story")
@Tag("report")
@ExtendWith(Chromium.class)
class SealedStoryIT {
    private static final String STORY = "Bendahara rekaan membayar dua kali untuk satu jembatan bambu.";
    private static final String NAME = "Nama Pelapor Rekaan";
    private static final String QUESTION = "Jembatan yang mana?";
    private static final String NOTE = "Nota rekaan dari pasar.";
    private static final String ANSWER = "Yang di sebelah utara pasar, dibayar lagi pada bulan Juni.";
    /** {@code docker/bench/kill9} asks for 64, the most that is taken. */
    private static final int SIZE = Integer.getInteger("kulkul.upload", 12) * 1024 * 1024;

    @TempDir
    static Path temporary;

    @Test
    void what_a_reporter_seals_in_the_browser_is_read_by_its_readers_alone_though_the_server_is_killed_while_it_arrives(
            Page reporter, Page investigator) throws Exception {
        try (Packaged program = new Packaged(
                Told.copy(temporary.resolve("home")),
                "--kulkul.demo=true",
                "--kulkul.marks.wbs=3s",
                "--kulkul.marks.open=3s")) {
            List<String> sent = Collections.synchronizedList(new ArrayList<>());
            reporter.onRequest(request -> sent.add(said(request)));
            byte[] large = random();
            fill(program, reporter, large);
            killWhileItArrives(program, reporter);
            String digits = sendAgain(reporter);
            awaitNews(program, reporter, digits);
            String address = readAndAsk(program, investigator, large);
            program.killAndStartAgain();
            answer(program, reporter, digits);
            Patience.untilTheNextMark(program);
            readAnswer(program, investigator, address);
            assertThat(sent)
                    .noneMatch(text -> text.contains(STORY)
                            || text.contains(NAME)
                            || text.contains(ANSWER)
                            || text.contains(NOTE)
                            || text.contains("kuitansi")
                            || text.replaceAll("[^0-9]", "").contains(digits.replace(" ", "")));
        }
    }

    private static String said(Request request) {
        byte[] body = request.postDataBuffer();
        return request.url() + " " + (body == null ? "" : new String(body, StandardCharsets.ISO_8859_1));
    }

    private static byte[] random() {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static void fill(Packaged program, Page page, byte[] large) throws IOException {
        Path film = Files.write(temporary.resolve("rekaman.bin"), large);
        Path receipt = Files.writeString(temporary.resolve("kuitansi.txt"), "Kuitansi rekaan.");
        page.navigate(program.url("/lapor"));
        assertThat(page.locator("li[data-sealed-here=yes]")).isVisible();
        page.locator("#category-corruption").check();
        page.locator("#body").fill(STORY);
        page.locator("#identity summary").click();
        page.locator("#identityName").fill(NAME);
        page.locator("#attachment").setInputFiles(new Path[] {film, receipt});
    }

    /** The line is made slow, so that there is a middle to be killed in. */
    private static void killWhileItArrives(Packaged program, Page page) throws Exception {
        CDPSession line = page.context().newCDPSession(page);
        slow(line, SIZE / 8);
        page.locator("#send").click();
        page.waitForCondition(
                () -> page.locator("[data-progress]").textContent().startsWith("Mengirim")
                        && Boolean.TRUE.equals(page.locator("progress").evaluate("bar => bar.value > 0.1")),
                new Page.WaitForConditionOptions().setTimeout(120_000));
        program.kill();
        assertThat(page.locator("main .error-summary")).containsText("Sambungan terputus", soon());
        assertThat(page.locator("#body")).hasValue(STORY);
        slow(line, -1);
        program.startAgain();
    }

    private static void slow(CDPSession line, int bytesPerSecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        line.send("Network.enable");
        line.send("Network.emulateNetworkConditions", conditions);
    }

    private static String sendAgain(Page page) {
        page.locator("#send").click();
        Locator digits = page.locator("#receipt-digits");
        assertThat(digits).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        assertThat(page.locator("main")).containsText("disegel di peramban Anda");
        assertThat(page.locator("[data-promise-broken]")).isHidden();
        return digits.textContent();
    }

    private static void open(Packaged program, Page page, String digits) {
        page.navigate(program.url("/kotak"));
        page.locator("#receipt").fill(digits);
        page.locator("#kotak button[type=submit]").click();
        Locator busy = page.locator("#kotak:has([data-error]:visible) button[type=submit]:enabled");
        for (int i = 0; i < 15 && page.locator("#greeting").count() == 0; i++) {
            page.locator("#greeting").or(busy).first().waitFor();
            if (busy.count() > 0) busy.click();
        }
        assertThat(page.locator("#greeting")).isVisible(visibleSoon());
    }

    private static void awaitNews(Packaged program, Page page, String digits) throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            open(program, page, digits);
            if (page.locator("[data-when=known]").isVisible()) return;
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("No checkpoint covered the report within half a minute");
    }

    private static String readAndAsk(Packaged program, Page page, byte[] large) throws IOException {
        Entrance.signIn(program, page, "pemeriksa-1");
        assertThat(page.locator("h1")).hasText("Hari ini");
        page.locator("section[aria-labelledby=NEW] td a").last().click();
        Locator body = page.locator("section[data-kind=REPORT_BODY]");
        body.locator("[data-open]").click();
        assertThat(body.locator("[data-content]")).containsText(STORY, soon());
        Locator file = page.locator("section[data-kind=ATTACHMENT]")
                .filter(new Locator.FilterOptions().setHasText("rekaman.bin"));
        Download download = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(120_000),
                () -> file.locator("[data-open]").click());
        Path saved = temporary.resolve("saved.bin");
        download.saveAs(saved);
        assertThat(Digest.sha256(Files.readAllBytes(saved))).isEqualTo(Digest.sha256(large));
        page.locator("form:has(input[value=ACKNOWLEDGE]) button").click();
        assertThat(page.locator("input[value=ACKNOWLEDGE]")).hasCount(0);
        page.locator("summary:has-text('Langkah lain')").click();
        Locator form = page.locator("form[data-seal]:has(input[value=ASK_REPORTER])");
        form.locator("textarea").fill(QUESTION);
        form.locator("button").click();
        assertThat(page.locator("[role=status]:has-text('terkirim')")).isVisible(visibleSoon());
        return page.url();
    }

    private static void answer(Packaged program, Page page, String digits) throws Exception {
        open(program, page, digits);
        assertThat(page.locator(".msg .written")).hasText(QUESTION);
        assertThat(page.locator("[data-looked]")).containsText("Pemeriksa Pertama (rekaan)");
        page.locator("[data-prove]").click();
        assertThat(page.locator("[data-proof]")).containsText("Terbukti: laporan Anda ada dalam riwayat");
        Page other = page.context().newPage();
        open(program, other, digits);
        reply(other, "Jawaban dari layar lain.");
        other.close();
        page.locator("#attachment").setInputFiles(Files.writeString(temporary.resolve("nota.txt"), NOTE));
        reply(page, ANSWER);
        assertThat(page.locator("[data-files] li")).hasCount(0);
    }

    /** Of two screens with one receipt the second learns that its number is taken, and seals anew. */
    private static void reply(Page page, String text) throws Exception {
        page.locator("#reply").fill(text);
        Patience.until("the answer is taken, however busy the mailbox is", () -> {
            if (page.locator("[data-outcome]:visible").count() > 0) return true;
            page.locator("form:has(#reply) button[type=submit]").click();
            return false;
        });
        assertThat(page.locator("[data-outcome]")).containsText("sudah terkirim", soon());
        assertThat(page.locator("#reply")).hasValue("");
    }

    private static void readAnswer(Packaged program, Page page, String address) throws IOException {
        Entrance.signIn(program, page, "pemeriksa-1");
        assertThat(page.locator("h1")).hasText("Hari ini");
        page.locator("a[href='" + address.substring(address.indexOf("/kerja")).replaceAll("\\?.*", "") + "']")
                .first()
                .click();
        Locator body = page.locator("section[data-kind=REPORT_BODY]");
        body.locator("[data-open]").click();
        assertThat(body.locator("[data-content]")).containsText(STORY, soon());
        Locator answers = page.locator("section[data-kind=MSG_TO_TEAM]");
        assertThat(answers).hasCount(3);
        answers.nth(1).locator("[data-open]").click();
        assertThat(answers.nth(1).locator("[data-content]")).containsText(ANSWER, soon());
        answers.last().locator("[data-open]").click();
        Locator file = page.locator("section[data-kind=ATTACHMENT]").last();
        assertThat(file).containsText("nota.txt", soon());
        Download download =
                page.waitForDownload(() -> file.locator("[data-open]").click());
        assertThat(Files.readString(download.path())).isEqualTo(NOTE);
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static LocatorAssertions.IsVisibleOptions visibleSoon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }
}
