package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import id.kulkul.web.browser.Chromium;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is patient presses only what the busy page asks them to press. */
@ExtendWith(Chromium.class)
class PatienceTest {
    private static final String ADDRESS = "http://localhost/kotak";
    private static final int BUSY = 3;
    private static final String FORM = "<main><h1>%s</h1><form method=post><button>%s</button></form></main>";

    @Test
    void a_busy_mailbox_is_asked_until_it_greets_and_not_once_more(@Chromium.WithoutScript Page page) {
        for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
            AtomicInteger asked = new AtomicInteger();
            page.route(ADDRESS, route -> answer(route, asked.getAndIncrement(), busy(language)));
            page.navigate(ADDRESS);
            Patience.untilAnswered(page);
            assertThat(asked).hasValue(BUSY + 1);
            page.unroute(ADDRESS);
        }
    }

    private static void answer(Route route, int before, String busy) {
        String greeting = FORM.formatted("Kotak Anda", "Kirim").replace("<form", "<p id=greeting>melati</p><form");
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody(before < BUSY ? FORM.formatted(busy, "Coba lagi") : greeting));
    }

    private static String busy(Locale language) {
        return ResourceBundle.getBundle(
                        "messages.mailbox",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("mailbox.busy");
    }
}
