package id.kulkul.web.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** What a person does when something is not there yet, or the mailbox says that the server is busy: they ask again. */
final class Patience {
    private static final int TRIES = 15;
    private static final long LONGEST = Duration.ofSeconds(60).toNanos();
    private static final long PAUSE = 100;
    private static final String GREETING = "#greeting";
    private static final String BUSY = "h1:text-matches('^(Server sedang sibuk|The server is busy)$')";

    private Patience() {}

    /** Presses the button of the busy page until the mailbox greets, and leaves a page that is there as a whole. */
    static void untilAnswered(Page page) {
        Locator busy = page.locator(BUSY);
        for (int i = 0; i < TRIES; i++) {
            assertThat(page.locator(GREETING).or(busy).first()).isVisible();
            page.waitForLoadState();
            if (busy.count() == 0) return;
            page.evaluate("() => document.body.setAttribute('data-left', '')");
            page.locator("main form button").click();
            assertThat(page.locator("body:not([data-left])")).isAttached();
        }
        throw new AssertionError("The mailbox stayed busy");
    }

    /** Asks again and again whether it is so by now; fails where it is not after a minute. */
    static void until(String expected, Callable<Boolean> isSo) throws Exception {
        long start = System.nanoTime();
        while (!isSo.call()) {
            if (System.nanoTime() - start > LONGEST)
                throw new AssertionError("In vain it was awaited that " + expected);
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
    }

    /** Waits for the next mark of the protected log: what reporters have sent by now is seen by the staff after it. */
    static void untilTheNextMark(Packaged program) throws Exception {
        Door anybody = new Door(program, "");
        String now = anybody.get("/log/wbs/checkpoint").text();
        until(
                "the protected log is signed again",
                () -> !anybody.get("/log/wbs/checkpoint").text().equals(now));
    }

    /** Whether an answer of the mailbox only asks to try again. */
    static boolean isAskedFor(String answer) {
        return answer.contains("Server sedang sibuk");
    }
}
