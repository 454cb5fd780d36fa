package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.web.browser.Chromium;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A server that puts another key among the recipients gets nothing to open: the reporter's browser does not seal at
 * all.
 */
@ExtendWith(Chromium.class)
class RefusingToSealTest {
    private final Office office = new Office();
    private final ReporterSite server = new ReporterSite();
    private final Digest root = new OrgRoot(office.root.publicKey()).fingerprint();

    @AfterEach
    void close() {
        server.close();
    }

    private Published truth() {
        return Published.truly(office, office.manifest);
    }

    private void assertRefused(Page page, Published... told) {
        server.telling(told).open(page, root, office.manifest.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[recipients]");
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
    }

    @Test
    void under_a_list_that_root_and_log_vouch_for_the_report_leaves_sealed(Page page) {
        server.telling(truth()).open(page, root, office.manifest.digest());
        assertThat(server.sends(page)).isTrue();
        assertThat(server.taken.getFirst().body()).doesNotContain("Cerita").contains("\"stanzas\"");
    }

    @Test
    void a_list_that_the_root_did_not_sign_is_refused(Page page) {
        var other = Published.by(HybridKey.generate(new SecureRandom()), office.log, office.policy, office.manifest);
        assertRefused(page, truth().with("mldsa44", other.field("mldsa44")));
    }

    @Test
    void another_root_than_the_page_names_is_refused(Page page) {
        assertRefused(
                page, Published.by(HybridKey.generate(new SecureRandom()), office.log, office.policy, office.manifest));
    }

    @Test
    void a_list_that_is_not_in_the_log_is_refused(Page page) {
        var other = Published.truly(office, office.manifest(2, Digest.ZERO, office.ani));
        assertRefused(page, truth().with("proof", other.field("proof")));
    }

    @Test
    void a_log_that_the_policy_does_not_know_is_refused(Page page) {
        var stranger = LogKeys.generate(new LogOrigin(Office.TENANT, LogName.OPEN), new SecureRandom());
        assertRefused(page, Published.by(office.root, stranger, office.policy, office.manifest));
    }

    @Test
    void an_older_list_than_the_page_was_made_for_is_refused(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        server.telling(truth()).open(page, root, later.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[list-changed]");
    }

    @Test
    void a_list_that_does_not_follow_the_one_before_is_refused(Page page) {
        var later = office.manifest(2, Digest.sha256(new byte[1]), office.ani);
        server.telling(Published.truly(office, later), truth()).open(page, root, later.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[recipients]");
    }

    @Test
    void a_chain_whose_beginning_is_withheld_is_refused(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        server.telling(Published.truly(office, later)).open(page, root, later.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[recipients]");
    }

    @Test
    void a_later_list_that_follows_is_used(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        server.telling(Published.truly(office, later), truth()).open(page, root, later.digest());
        assertThat(server.sends(page)).isTrue();
    }

    private void assertWithheld(Page page, Published... told) {
        server.telling(told).open(page, root, office.manifest.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[list-withheld]");
        assertThat(page.locator("#body")).hasValue("Cerita rekaan");
    }

    /**
     * Whoever stands between may drop the newest list from the answer, and even from the page: not from what the log
     * signs.
     */
    @Test
    void a_list_that_a_later_one_replaced_is_refused_though_the_log_holds_it(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani);
        var lists = ListsInForce.NONE.with(later.scope(), later.digest());
        assertWithheld(page, Published.naming(office, office.manifest, lists));
        assertWithheld(page, Published.naming(office, office.manifest, ListsInForce.NONE));
        var elsewhere = ListsInForce.NONE.with(new UUID(9, 9), office.manifest.digest());
        assertWithheld(page, Published.naming(office, office.manifest, elsewhere));
    }

    @Test
    void a_name_that_one_key_of_the_log_did_not_sign_is_refused(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani);
        assertRefused(page, Published.classicallyNaming(office, office.manifest, later.digest()));
    }

    @Test
    void each_list_stands_under_the_policy_that_it_names(Page page) {
        String policy = "# the second year\n" + office.policy;
        Manifest next = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        Manifest later = under(Digest.sha256(policy.getBytes(StandardCharsets.UTF_8)), next);
        Published said = Published.by(office.root, office.log, policy, later);
        server.telling(said, truth()).open(page, root, later.digest());
        assertThat(server.sends(page)).isTrue();
        server.telling(said, truth().with("policy", said.field("policy"))).open(page, root, later.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[recipients]");
    }

    private static Manifest under(Digest policy, Manifest list) {
        return new Manifest(
                list.type(),
                list.tenant(),
                list.scope(),
                list.epoch(),
                list.validFromHour(),
                list.prev(),
                list.m(),
                policy,
                list.bundle(),
                list.rules(),
                list.deadline(),
                list.members());
    }

    @Test
    void a_checkpoint_that_too_few_witnesses_saw_is_refused(Page page) {
        var demanding = new Office(true);
        server.telling(Published.truly(demanding, demanding.manifest))
                .open(page, new OrgRoot(demanding.root.publicKey()).fingerprint(), demanding.manifest.digest());
        assertThat(server.sends(page)).isFalse();
        assertThat(page.locator("main .error-summary")).hasText("[recipients]");
    }
}
