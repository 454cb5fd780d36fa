package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No reporter's browser is moved to a log that goes on after a declared loss without a sentence that names it. */
@ExtendWith(Chromium.class)
class RestoredTest {
    private final Office office = new Office();
    private final LogKeys second = office.log.in(office.log.origin().next());
    private final ReporterSite server = new ReporterSite();

    @AfterEach
    void close() {
        server.close();
    }

    private void open(Page page, LogKeys log, String policy) {
        server.telling(Published.by(office.root, log, policy, office.manifest))
                .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
    }

    @Test
    void a_report_goes_out_only_once_the_loss_was_read_and_every_word_stays(Page page) {
        open(page, second, office.policy);
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary"))
                .hasText("[restored " + second.origin().text() + "]");
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
        assertThat(server.sends(page)).isTrue();
    }

    @Test
    void nobody_is_told_of_a_loss_that_the_root_has_not_signed_for_where_there_is_none(Page page) {
        open(page, office.log, office.policy);
        assertThat(server.sends(page)).isTrue();
    }

    @Test
    void a_mailbox_opens_only_once_the_loss_was_read(Page page) {
        try (var box = new MailboxSite().holding()) {
            var keys = box.office.log.in(box.office.log.origin().next());
            var told = Published.by(box.office.root, keys, box.office.policy, box.office.manifest)
                    .json();
            box.site.on("/lapor/manifes", request -> Answer.json("{\"manifests\":[" + told + "]}"));
            page.navigate(box.site.at("/kotak"));
            page.fill("#receipt", box.receipt.digits());
            page.click("#kotak button");
            assertThat(page.locator("#kotak [data-error]")).hasText("[restored]");
            page.click("#kotak button");
            page.waitForSelector("#greeting");
        }
    }

    private static String confirmed(String policy) {
        try {
            return TrustPolicy.parse(policy).restored(new LogOrigin(Office.TENANT, LogName.OPEN, 2));
        } catch (InvalidEvidence e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_list_that_confirms_the_loss_is_proven_in_the_new_origin_and_not_in_the_closed_one_any_more(Page page) {
        var after = new Office(RestoredTest::confirmed);
        var root = new OrgRoot(after.root.publicKey()).fingerprint();
        server.telling(Published.truly(after, after.manifest)).open(page, root, after.manifest.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[recipients]");
        var current = Published.by(after.root, after.log.in(after.log.origin().next()), after.policy, after.manifest);
        server.telling(current).open(page, root, after.manifest.digest());
        assertThat(server.sends(page)).isTrue();
    }

    @Test
    void a_proof_of_a_report_that_was_kept_names_the_origin_in_which_its_log_goes_on(Page page) {
        try (var box = new MailboxSite()) {
            var wbs = box.office.wbs;
            var state = box.notice(wbs.ed25519(), 0);
            assertThat(proven(page, box.holding(state).provenBy(wbs))).hasText("[proven-unwitnessed]");
            assertThat(proven(page, box.provenBy(wbs.in(wbs.origin().next()))))
                    .hasText("[proven-unwitnessed] [proven-restored]");
            assertThat(proven(page, box.provenBy(LogKeys.generate(wbs.origin(), new SecureRandom()))))
                    .hasText("[proof-false]");
        }
    }

    private static Locator proven(Page page, MailboxSite box) {
        box.open(page);
        page.click("[data-prove]");
        return page.locator("[data-proof] .box");
    }
}
