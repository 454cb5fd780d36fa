package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.web.browser.Chromium;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reporter's browser holds what a log signed against the clock of its own device, and names that clock where it
 * refuses.
 */
@ExtendWith(Chromium.class)
class UntimelyTest {
    private static final Instant SIGNED = Instant.parse("2026-11-27T01:00:00Z");
    private static final long HOUR = SIGNED.getEpochSecond() / 3600;

    private final Office office = new Office();
    private final ReporterSite server = new ReporterSite();

    @AfterEach
    void close() {
        server.close();
    }

    private void open(Page page, Manifest list, Duration later) {
        page.clock().setFixedTime(SIGNED.plus(later).toEpochMilli());
        server.telling(Published.truly(office, list, SIGNED))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), list.digest());
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT24H", "-PT1H"})
    void a_list_that_the_log_vouched_for_within_a_day_is_used(Duration later, Page page) {
        open(page, office.manifest, later);
        assertThat(server.sends(page)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H1S, list-old, 2026",
        "P400D, list-old, 2028",
        "-PT1H1S, list-ahead, 2026",
        "-P9000D, list-ahead, 2002"
    })
    void an_older_or_a_future_one_is_refused_and_the_clock_of_the_device_is_named(
            Duration later, String sentence, String year, Page page) {
        open(page, office.manifest, later);
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary"))
                .hasText(Pattern.compile("^\\[" + sentence + " [^{]*" + year + "[^{]*[0-9]{2}[.:][0-9]{2}.*\\]$"));
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
    }

    @Test
    void a_list_that_is_not_in_force_yet_is_refused(Page page) {
        open(page, office.manifest(1, HOUR + 1, Digest.ZERO, office.ani), Duration.ZERO);
        assertThat(server.sends(page)).isTrue();
        open(page, office.manifest(1, HOUR + 2, Digest.ZERO, office.ani), Duration.ZERO);
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).containsText("[list-ahead ");
    }

    @Test
    void a_mailbox_is_not_opened_under_an_old_list_or_one_that_the_log_does_not_name(Page page) {
        try (var box = new MailboxSite()) {
            var old = Published.truly(box.office, box.office.manifest, SIGNED).json();
            box.site.on("/lapor/manifes", request -> Site.Answer.json("{\"manifests\":[" + old + "]}"));
            page.clock().setFixedTime(SIGNED.plus(Duration.ofHours(25)).toEpochMilli());
            page.navigate(box.site.at("/kotak"));
            page.fill("#receipt", box.receipt.digits());
            page.click("#kotak button");
            assertThat(page.locator("#kotak [data-error]")).hasText("[list-old]");
            var unnamed = Published.naming(box.office, box.office.manifest, ListsInForce.NONE)
                    .json();
            box.site.on("/lapor/manifes", request -> Site.Answer.json("{\"manifests\":[" + unnamed + "]}"));
            page.clock().setFixedTime(Instant.now().toEpochMilli());
            page.click("#kotak button");
            assertThat(page.locator("#kotak [data-error]")).hasText("[list-withheld]");
        }
    }

    private void receive(Page page, long hourDue) {
        server.promising(office, hourDue);
        open(page, office.manifest, Duration.ofMinutes(5));
        page.check("#category-other");
        page.fill("#body", "Cerita rekaan");
        page.click("#send");
        assertThat(page.locator("main h1")).hasText("Diterima");
        assertThat(page.locator("[data-promise-broken]")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"-24, 26", "0, 27", "24, 28"})
    void a_promise_within_a_day_is_told_in_words(long hours, int day, Page page) {
        receive(page, HOUR + hours);
        assertThat(page.locator("p[data-promise-far]")).isHidden();
        assertThat(page.locator("p[data-promise-due]"))
                .hasText(Pattern.compile("^\\[promise-due " + day + " November 2026.* 10[.]00 WITA\\]$"));
    }

    @ParameterizedTest
    @CsvSource({"25", "100000", "3794000000", "-25", "-400000"})
    void a_later_promise_or_one_that_was_due_before_is_not_taken_for_one(long hours, Page page) {
        receive(page, HOUR + hours);
        assertThat(page.locator("p[data-promise-due]")).isHidden();
        assertThat(page.locator("p[data-promise-far]")).containsText("[promise-far ");
        assertThat(page.locator("p[data-promise-far]")).containsText("2026");
        assertThat(page.locator("#receipt-promise")).not().isEmpty();
    }
}
