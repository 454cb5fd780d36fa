package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.OrgRoot;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.web.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long a text may be is counted as the server counts, said while it is typed, and what is too long is refused
 * before it is sealed.
 */
@ExtendWith(Chromium.class)
class LimitsTest {
    private static final String EMOJI = "\ud83e\uddfe";

    @Test
    void each_case_of_the_table_comes_out_the_same_in_the_browser(Page page) {
        try (var site = new Site()) {
            page.navigate(site.at("/kosong"));
            for (var one : FieldCases.all()) {
                var kept = page.evaluate(
                        "async ([rule, typed]) => { const bundle = await import('/static/js/staff.js');"
                                + " const kept = bundle[rule](JSON.parse(typed)); return [kept, bundle.lengthOf(kept)]; }",
                        List.of(ruleOf(one), json(one.typed())));
                assertThat(kept).as(one.toString()).isEqualTo(List.of(one.kept(), one.length()));
            }
        }
    }

    private static String ruleOf(FieldCases.Case one) {
        return "field" + Character.toUpperCase(one.rule().charAt(0))
                + one.rule().substring(1);
    }

    /** Every UTF-16 unit by its number: half a pair would not arrive otherwise. */
    private static String json(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""));
    }

    @Test
    void a_report_is_counted_in_characters_and_told_by_how_much_it_is_too_long(Page page) {
        var office = new Office();
        try (var server = new ReporterSite()) {
            server.telling(Published.truly(office, office.manifest))
                    .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
            page.fill("#body", EMOJI.repeat(20_000) + "\n\n");
            assertThat(page.locator("[data-count]")).hasText("[counted 20.000 20.000]");
            page.fill("#body", EMOJI.repeat(20_003));
            assertThat(page.locator("[data-count]")).hasText("[too-long 3 20.000]");
            page.check("#category-other");
            page.click("#send");
            assertThat(page.locator("main .error-summary")).hasText("[too-long 3 20.000]");
            assertThat(page.locator("#body")).hasValue(EMOJI.repeat(20_003));
            assertThat(server.taken).isEmpty();
        }
    }

    @Test
    void the_count_stays_beside_the_field_whatever_was_refused(Page page) {
        var office = new Office();
        try (var server = new ReporterSite()) {
            server.telling(Published.truly(office, office.manifest))
                    .open(page, new OrgRoot(office.root.publicKey()).fingerprint(), office.manifest.digest());
            page.check("#category-other");
            for (int again = 0; again < 2; again++) {
                page.fill("#body", "x".repeat(20_003));
                page.click("#send");
                assertThat(page.locator("#body[aria-invalid=true][aria-describedby=body-error]"))
                        .isVisible();
                assertThat(page.locator("#body-error")).hasText("[too-long 3 20.000]");
                assertThat(page.locator("[data-count]")).hasText("[too-long 3 20.000]");
                page.fill("#body", "");
                page.click("#send");
                assertThat(page.locator("#body-error")).hasText("[body-missing]");
            }
            page.fill("#body", "x");
            assertThat(page.locator("[data-count]")).hasText("[counted 1 20.000]");
        }
    }

    @Test
    void a_message_of_the_staff_that_is_too_long_is_refused_before_it_is_sealed(Page page) {
        var office = new Office();
        try (var desk = new Desk(office)) {
            desk.showReport(office.manifest, Manifest.EVERYBODY)
                    .form(office.manifest, Manifest.EVERYBODY, Digest.ZERO)
                    .answering(Site.Answer.sent(204, "/kerja"))
                    .signIn(page);
            desk.readCase(page);
            page.fill("textarea", "x".repeat(50_000));
            page.click("form[data-seal] button");
            assertThat(page.locator("form[data-seal] [data-error]")).hasText("[too-long 40.000 10.000]");
            assertThat(page.locator("textarea")).hasValue("x".repeat(50_000));
            assertThat(desk.requests).noneMatch(request -> request.path().endsWith("/pesan"));
            page.fill("textarea", EMOJI.repeat(10_000));
            page.click("form[data-seal] button");
            page.waitForURL(desk.site.at("/kerja"));
        }
    }

    @Test
    void a_long_message_reads_from_its_beginning_to_its_end_under_one_heading(Page page) {
        try (var server = new MailboxSite()) {
            SigningKey ani = server.office.ani.keys().signing();
            String words = IntStream.rangeClosed(1, 1_100)
                    .mapToObj("kata%05d"::formatted)
                    .collect(Collectors.joining(" "));
            List<Parcel> slots = new ArrayList<>();
            Digest prev = Digest.ZERO;
            for (String part : List.of(words.substring(0, 5_980), words.substring(5_980))) {
                slots.addFirst(server.message(ani, slots.size(), part, prev));
                prev = slots.getFirst().header().digest();
            }
            slots.addFirst(server.message(ani, 2, "Terakhir", prev));
            slots.addFirst(server.notice(server.office.wbs.ed25519(), 3));
            server.holding(slots.toArray(Parcel[]::new)).open(page);
            assertThat(page.locator(".msg:not(.mine) header")).hasCount(2);
            assertThat(page.locator(".msg .written").nth(1)).hasText("Terakhir");
            assertThat(page.locator(".msg .written").nth(0)).hasText(words);
            assertThat(page.locator(".msg .box")).hasCount(0);
        }
    }
}
