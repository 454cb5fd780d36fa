package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.web.browser.Chromium;
import id.kulkul.web.twin.Site.Answer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff open is shown whole and as text, or not at all and with the reason. */
@ExtendWith(Chromium.class)
class ReadingTest {
    private static final Digest NONE = Digest.ZERO;
    private final Office office = new Office();
    private final Desk desk = new Desk(office);

    @AfterEach
    void close() {
        desk.close();
    }

    private void atTheCase(Page page) {
        desk.signIn(page);
        desk.openCase(page);
    }

    private static String report(String text) {
        return "{\"v\":1,\"category\":\"x\",\"text\":\"" + text + "\",\"attachments\":[]}";
    }

    @Test
    void a_whole_conversation_opens_in_its_order(Page page) {
        var report = office.report(report("Laporan saya"));
        var question = office.question(
                office.ani.keys().signing(), 0, "Kapan?", NONE, report.header().digest());
        var answer = office.answer(
                1, "Kemarin", report.header().digest(), question.header().digest());
        desk.show(report).show(question).show(answer);
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Laporan saya");
        assertThat(desk.open(page, 2)).isEqualTo("Kemarin");
        assertThat(desk.open(page, 1)).isEqualTo("Kapan?");
        assertThat(page.locator("section[data-state=open]")).hasCount(3);
    }

    @Test
    void what_a_reporter_wrote_is_never_read_as_html(Page page) {
        var evil = "<img src=x onerror='document.title=1'><script>document.title=2</script>\\n&amp; <b>tebal</b>";
        desk.show(office.report(report(evil)));
        atTheCase(page);
        assertThat(desk.open(page, 0)).contains("<script>document.title=2</script>", "&amp; <b>tebal</b>");
        assertThat(page.locator("[data-content] img, [data-content] b")).hasCount(0);
        assertThat(page).hasTitle("Kasus");
    }

    @Test
    void a_changed_byte_anywhere_shows_nothing_but_that(Page page) {
        var report = office.report(report("Rahasia"));
        var good = desk.delivered(report);
        var places = List.of(0, 1, 2, 7, 60, 233, 234, 236, 251, 252, 1300, 1420, 1443, 1475, 5000, good.length - 1);
        for (int at : places) {
            var bad = good.clone();
            bad[at] ^= 1;
            desk.show(report.header(), bad);
        }
        atTheCase(page);
        for (int i = 0; i < places.size(); i++) {
            assertThat(desk.open(page, i)).as("byte " + places.get(i)).isIn("[broken]", "[not-for-you]");
        }
    }

    @Test
    void a_cut_or_empty_delivery_is_told(Page page) {
        var report = office.report(report("Rahasia"));
        var good = desk.delivered(report);
        desk.show(report.header(), new byte[0]);
        desk.show(report.header(), Arrays.copyOf(good, good.length - 16));
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("[cut]");
        assertThat(desk.open(page, 1)).isEqualTo("[cut]");
    }

    @Test
    void an_item_sealed_for_others_stays_closed(Page page) {
        var report = office.report(report("Rahasia"));
        var others = report.stanzas().stream()
                .filter(stanza -> stanza.keyId()
                        .equals(office.budi.keys().opening().recipient().keyId()))
                .toList();
        desk.show(report.header(), Desk.delivery(report.header(), others.getFirst(), report.blob()));
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("[not-for-you]");
    }

    @Test
    void a_refusal_of_the_server_is_shown_in_its_words(Page page) {
        var report = office.report(report("Rahasia"));
        desk.show(report);
        desk.site.on(Desk.src(report.header()), request -> Answer.refused(404, "Kotak ini terkunci untuk Anda."));
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Kotak ini terkunci untuk Anda.");
    }

    @Test
    void an_item_of_another_case_is_told_apart(Page page) {
        var place = new Context(
                Kind.MSG_TO_TEAM, Office.TENANT, Office.CHANNEL, UUID.randomUUID(), UUID.randomUUID(), 1, 1);
        var moved = Seal.signed(
                place,
                Draft.of(2, Office.utf8("Dari kasus lain")),
                office.reporterSigns,
                office.everybody(),
                Origin.SENDER);
        desk.show(office.report(report("Laporan"))).show(moved);
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 1)).isEqualTo("[moved]");
    }

    @Test
    void a_dropped_message_is_missed(Page page) {
        var report = office.report(report("Laporan"));
        var first = office.answer(1, "Satu", report.header().digest(), NONE);
        var second = office.answer(2, "Dua", first.header().digest(), NONE);
        var question = office.question(
                office.ani.keys().signing(), 0, "Lalu?", NONE, first.header().digest());
        desk.show(report).show(second).show(question);
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Laporan");
        assertThat(desk.open(page, 1)).isEqualTo("[dropped]\n\nDua");
        assertThat(desk.open(page, 2)).isEqualTo("[dropped]\n\nLalu?");
    }

    @Test
    void reordered_messages_are_noticed(Page page) {
        var report = office.report(report("Laporan"));
        var first = office.answer(1, "Satu", report.header().digest(), NONE);
        var second = office.answer(2, "Dua", first.header().digest(), NONE);
        var question = office.question(
                office.ani.keys().signing(), 0, "Lalu?", NONE, second.header().digest());
        desk.show(report).show(question).show(second).show(first);
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 1)).isEqualTo("[reordered]\n\nLalu?");
        assertThat(desk.open(page, 2)).isEqualTo("[reordered]\n\nDua");
        assertThat(desk.open(page, 3)).isEqualTo("[reordered]\n\nSatu");
    }

    @Test
    void colleagues_count_their_messages_each_for_themselves(Page page) {
        var first = office.question(office.ani.keys().signing(), 0, "Ani satu", NONE, NONE);
        var other = office.question(office.budi.keys().signing(), 0, "Budi satu", NONE, NONE);
        var second = office.question(
                office.ani.keys().signing(), 1, "Ani dua", first.header().digest(), NONE);
        var forked = office.question(
                office.ani.keys().signing(), 1, "Ani lagi", first.header().digest(), NONE);
        desk.show(office.report(report("Laporan")));
        desk.show(first).writtenBy(office.budi).show(other);
        desk.writtenBy(office.ani).show(second).show(forked);
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 2)).isEqualTo("Budi satu");
        assertThat(desk.open(page, 1)).isEqualTo("Ani satu");
        assertThat(desk.open(page, 3)).isEqualTo("Ani dua");
        assertThat(desk.open(page, 4)).isEqualTo("[reordered]\n\nAni lagi");
    }

    @Test
    void a_sender_who_gave_one_reader_another_key_is_named(Page page) throws Exception {
        page.navigate(desk.site.at("/kosong"));
        var made = (Map<?, ?>) page.evaluate(
                "async given => (await import('/twin/cheat.js')).wrongKey(await import('/static/js/staff.js'), given)",
                Map.of(
                        "context",
                        HexFormat.of()
                                .formatHex(office.place(Kind.REPORT_BODY, 0).encoded()),
                        "manifest",
                        office.manifest.digest().hex(),
                        "sign",
                        HexFormat.of().formatHex(office.reporterSigns.seed()),
                        "body",
                        report("Isi"),
                        "members",
                        office.everybody().recipients().stream()
                                .map(one -> HexFormat.of().formatHex(one.bytes()))
                                .toList(),
                        "cheated",
                        HexFormat.of()
                                .formatHex(
                                        office.ani.keys().opening().recipient().bytes())));
        var header = ItemHeader.decoded(HexFormat.of().parseHex((String) made.get("header")));
        var stanzas = Stanza.all(HexFormat.of().parseHex((String) made.get("stanzas")));
        desk.show(header, desk.delivered(header, stanzas, HexFormat.of().parseHex((String) made.get("blob"))));
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("[inconsistent]");
    }
}
