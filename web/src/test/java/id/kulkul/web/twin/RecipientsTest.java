package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.log.HybridKey;
import id.kulkul.crypto.log.ListsInForce;
import id.kulkul.crypto.log.LogKeys;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.TrustPolicy;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class RecipientsTest {
    private final Office office = new Office();
    private final Desk desk = new Desk(office).answering(Answer.sent(204, null));
    private String refusal = "recipients";

    @AfterEach
    void close() {
        desk.close();
    }

    /** Whether a message goes out under this list, as the server tells it. */
    private boolean sends(Page page, Manifest manifest, int group, String told) {
        desk.publish(manifest, told);
        desk.showReport(manifest, group).form(manifest, group, Digest.ZERO);
        desk.signIn(page);
        desk.readCase(page);
        return sends(page);
    }

    private boolean sends(Page page) {
        desk.requests.clear();
        page.fill("textarea", "Halo");
        page.click("form[data-seal] button");
        page.waitForCondition(
                () -> !desk.requests.isEmpty() || page.locator("[data-error]").isVisible());
        if (!desk.requests.isEmpty()) return true;
        assertThat(page.locator("[data-error]")).hasText(Pattern.compile("^\\[" + refusal + "[^\\]]*\\]$"));
        assertThat(page.locator("textarea")).hasValue("Halo");
        return false;
    }

    private Published truth() {
        return Published.truly(office, office.manifest);
    }

    @Test
    void a_list_that_root_and_log_vouch_for_is_used(Page page) {
        assertThat(sends(page, office.manifest, 0, truth().json())).isTrue();
    }

    @Test
    void a_list_of_a_log_that_names_none_as_the_one_in_force_is_not(Page page) {
        refusal = "list-withheld";
        var unnamed = Published.naming(office, office.manifest, ListsInForce.NONE);
        assertThat(sends(page, office.manifest, 0, unnamed.json())).isFalse();
    }

    /** A case stays under the list that its report was sealed for, whatever was published since. */
    @Test
    void an_earlier_list_that_the_report_was_sealed_under_is_used(Page page) {
        var lists = ListsInForce.NONE.with(office.manifest.scope(), Digest.sha256());
        var earlier = Published.naming(office, office.manifest, lists);
        assertThat(sends(page, office.manifest, 0, earlier.json())).isTrue();
    }

    @Test
    void a_list_that_the_log_vouched_for_more_than_a_day_ago_is_not_and_the_clock_of_the_device_is_named(Page page) {
        refusal = "list-old";
        var old = Published.truly(
                office,
                office.manifest,
                Instant.now().minus(Duration.ofHours(25)).truncatedTo(SECONDS));
        assertThat(sends(page, office.manifest, 0, old.json())).isFalse();
    }

    @Test
    void a_list_from_the_future_is_not(Page page) {
        refusal = "list-ahead";
        var next = Published.truly(
                office, office.manifest, Instant.now().plus(Duration.ofHours(2)).truncatedTo(SECONDS));
        assertThat(sends(page, office.manifest, 0, next.json())).isFalse();
    }

    @Test
    void a_list_that_the_root_did_not_sign_is_not(Page page) {
        var other = Published.by(HybridKey.generate(new SecureRandom()), office.log, office.policy, office.manifest);
        var mixed = truth().with("mldsa44", other.field("mldsa44")).json();
        assertThat(sends(page, office.manifest, 0, mixed)).isFalse();
    }

    @Test
    void a_list_with_half_a_signature_is_not(Page page) {
        var other = Published.by(HybridKey.generate(new SecureRandom()), office.log, office.policy, office.manifest);
        var mixed = truth().with("ed25519", other.field("ed25519")).json();
        assertThat(sends(page, office.manifest, 0, mixed)).isFalse();
    }

    @Test
    void a_root_that_changes_under_way_is_not(Page page) {
        assertThat(sends(page, office.manifest, 0, truth().json())).isTrue();
        var later = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        var told = Published.by(HybridKey.generate(new SecureRandom()), office.log, office.policy, later);
        desk.publish(later, told.json());
        desk.showReport(later, 0).form(later, 0, Digest.ZERO);
        page.click("#kunci");
        page.click("text=Hari ini");
        desk.openCase(page);
        page.fill("#buka [name=passphrase]", Desk.PASSPHRASE);
        page.click("#buka button");
        assertThat(page.locator("#buka")).isHidden();
        assertThat(desk.open(page, 1)).endsWith("Laporan");
        assertThat(sends(page)).isFalse();
    }

    @Test
    void an_older_list_than_the_report_was_sealed_under_is_not(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        assertThat(sends(page, later, 0, Published.truly(office, later).json())).isTrue();
        desk.form(office.manifest, 0, Digest.ZERO);
        page.click("text=Hari ini");
        desk.openCase(page);
        assertThat(sends(page)).isFalse();
    }

    @Test
    void a_newer_list_than_the_report_was_sealed_under_is_not(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        desk.publish(later, Published.truly(office, later).json());
        desk.showReport(office.manifest, 0).form(later, 0, Digest.ZERO);
        desk.signIn(page);
        desk.readCase(page);
        assertThat(sends(page)).isFalse();
    }

    @Test
    void a_list_that_is_not_in_the_log_is_not(Page page) {
        var later = office.manifest(2, office.manifest.digest(), office.ani, office.budi);
        var other = Published.truly(office, later);
        assertThat(sends(
                        page,
                        office.manifest,
                        0,
                        truth().with("proof", other.field("proof")).json()))
                .isFalse();
    }

    @Test
    void a_list_whose_event_holds_another_is_not(Page page) {
        var other = Published.truly(office, office.manifest(2, Digest.ZERO, office.ani));
        var mixed = truth().with("proof", other.field("proof")).with("event", other.field("event"));
        assertThat(sends(page, office.manifest, 0, mixed.json())).isFalse();
    }

    @Test
    void a_log_that_the_policy_does_not_know_is_not(Page page) {
        var stranger = LogKeys.generate(new LogOrigin(Office.TENANT, LogName.OPEN), new SecureRandom());
        var told = Published.by(office.root, stranger, office.policy, office.manifest);
        assertThat(sends(page, office.manifest, 0, told.json())).isFalse();
    }

    @Test
    void a_list_of_a_log_that_goes_on_after_a_declared_loss_is_used_once_that_was_read(Page page) {
        refusal = "restored";
        var second = office.log.in(office.log.origin().next());
        var told = Published.by(office.root, second, office.policy, office.manifest);
        assertThat(sends(page, office.manifest, 0, told.json())).isFalse();
        assertThat(page.locator("[data-error]"))
                .hasText("[restored " + second.origin().text() + "]");
        assertThat(sends(page)).isTrue();
    }

    @Test
    void another_policy_than_the_list_names_is_not(Page page) {
        var stranger = LogKeys.generate(new LogOrigin(Office.TENANT, LogName.OPEN), new SecureRandom());
        var policy = TrustPolicy.withoutWitnesses(List.of(stranger));
        var told = Published.by(office.root, stranger, policy, office.manifest);
        assertThat(sends(page, office.manifest, 0, told.json())).isFalse();
    }

    @Test
    void a_group_without_the_sender_is_not(Page page) {
        int without = office.manifest.groupExcluding(Set.of(office.ani.id())).orElseThrow();
        assertThat(sends(page, office.manifest, without, truth().json())).isFalse();
    }

    @Test
    void before_the_report_has_been_opened_nothing_is_sent(Page page) {
        desk.showReport(office.manifest, 0).form(office.manifest, 0, Digest.ZERO);
        desk.signIn(page);
        desk.openCase(page);
        page.fill("textarea", "Halo");
        page.click("form[data-seal] button");
        assertThat(page.locator("[data-error]")).hasText("[open-first]");
        assertThat(page.locator("textarea")).hasValue("Halo");
    }

    @Test
    void another_key_than_the_one_inside_the_report_is_not(Page page) {
        desk.showReport(office.manifest, 0)
                .form(
                        office.manifest,
                        0,
                        Digest.ZERO,
                        office.budi.keys().opening().recipient());
        desk.signIn(page);
        desk.readCase(page);
        assertThat(sends(page)).isFalse();
    }

    @Test
    void a_wider_circle_than_the_reporter_chose_is_not(Page page) {
        int chosen = office.manifest.groupExcluding(Set.of(office.budi.id())).orElseThrow();
        var report = Seal.signed(
                office.place(Kind.REPORT_BODY, 0),
                Draft.of(1, Office.utf8("{\"v\":1,\"text\":\"Tentang Budi\"}")),
                office.reporterSigns,
                office.manifest.audience(chosen),
                Origin.SENDER);
        desk.show(report);
        desk.form(office.manifest, 0, Digest.ZERO);
        desk.signIn(page);
        desk.openCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Tentang Budi");
        assertThat(sends(page)).isFalse();
    }
}
