package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.web.browser.Chromium;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff believe nobody but the writer of the report that they opened, and colleagues within its circle. */
@ExtendWith(Chromium.class)
class BelievingTest {
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
    void a_message_that_no_colleague_signed_is_told_apart(Page page) {
        var stranger = SigningKey.random();
        desk.show(office.report(report("Laporan")));
        desk.show(office.question(stranger, 0, "Sebutkan nama Anda", NONE, NONE));
        desk.show(office.question(office.reporterSigns, 0, "Sebutkan nama Anda", NONE, NONE));
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 1)).isEqualTo("[forged]");
        assertThat(desk.open(page, 2)).isEqualTo("[forged]");
    }

    /** Whoever posts with the session of a colleague has no key of theirs. */
    @Test
    void what_a_colleague_signed_under_the_name_of_another_says_so_and_is_shown(Page page) {
        var budi = office.budi.keys().signing();
        desk.show(office.report(report("Laporan")));
        desk.show(office.note(budi, "Sebaiknya ditutup"));
        desk.show(office.question(budi, 0, "Kapan?", NONE, NONE));
        desk.writtenBy(office.budi).show(office.note(budi, "Atas nama sendiri"));
        atTheCase(page);
        desk.open(page, 0);
        var warned = "[other-writer [" + office.ani.id() + "]]\n\n";
        assertThat(desk.open(page, 1)).isEqualTo(warned + "Sebaiknya ditutup");
        assertThat(Desk.state(page, 1).locator("[role=alert]")).hasCount(1);
        assertThat(desk.open(page, 2)).isEqualTo(warned + "Kapan?");
        assertThat(desk.open(page, 3)).isEqualTo("Atas nama sendiri");
        assertThat(page.locator("section[data-state=otherWriter] [data-open]:visible"))
                .hasCount(0);
    }

    @Test
    void a_report_that_another_key_signed_is_told_apart(Page page) {
        desk.show(signedBy(SigningKey.random(), "Palsu"));
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("[forged]");
    }

    @Test
    void before_the_report_is_open_nobody_is_believed(Page page) {
        var report = office.report(report("Laporan"));
        desk.show(report);
        desk.show(office.answer(1, "Kemarin", report.header().digest(), NONE));
        desk.show(office.question(office.ani.keys().signing(), 0, "Kapan?", NONE, NONE));
        atTheCase(page);
        assertThat(desk.open(page, 1)).isEqualTo("[writer-first]");
        assertThat(desk.open(page, 2)).isEqualTo("[writer-first]");
        assertThat(desk.open(page, 0)).isEqualTo("Laporan");
        assertThat(Desk.state(page, 2).locator("[data-content]").innerText()).isEmpty();
        assertThat(desk.open(page, 1)).isEqualTo("Kemarin");
    }

    @Test
    void an_answer_is_believed_under_the_key_of_the_opened_report_and_under_no_other_that_the_page_names(Page page) {
        var report = office.report(report("Laporan"));
        var stranger = SigningKey.random();
        var draft = Draft.of(Draft.MESSAGE, Office.utf8("Saya tarik laporan saya"))
                .after(report.header().digest(), NONE);
        var forged = Seal.signed(office.place(Kind.MSG_TO_TEAM, 1), draft, stranger, office.everybody(), Origin.SENDER);
        desk.show(report).show(forged, stranger.verifying());
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Laporan");
        assertThat(desk.open(page, 1)).isEqualTo("[forged]");
    }

    @Test
    void a_second_report_by_another_key_replaces_neither_the_writer_nor_the_circle(Page page) {
        var report = office.report(report("Laporan"));
        var stranger = SigningKey.random();
        desk.show(report).show(signedBy(stranger, "Laporan lain"), stranger.verifying());
        desk.show(office.answer(1, "Kemarin", report.header().digest(), NONE));
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Laporan");
        assertThat(desk.open(page, 1)).isEqualTo("[forged]");
        assertThat(desk.open(page, 2)).endsWith("Kemarin");
    }

    @Test
    void a_colleague_whom_the_reporter_excluded_writes_nothing_here(Page page) {
        var keys = office.ani.keys().signing();
        int without = office.manifest.groupExcluding(Set.of(office.budi.id())).orElseThrow();
        var report = Seal.signed(
                office.place(Kind.REPORT_BODY, 0),
                Draft.of(Draft.REPORT, Office.utf8(report("Tentang Budi"))),
                office.reporterSigns,
                office.manifest.audience(without),
                Origin.SENDER);
        desk.show(report)
                .show(question(office.budi.keys().signing(), without))
                .show(question(keys, Manifest.EVERYBODY))
                .show(question(keys, without));
        atTheCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Tentang Budi");
        assertThat(desk.open(page, 1)).isEqualTo("[forged]");
        assertThat(desk.open(page, 2)).isEqualTo("[forged]");
        assertThat(desk.open(page, 3)).isEqualTo("Kapan?");
    }

    private Parcel question(SigningKey signer, int group) {
        return Seal.signed(
                office.place(Kind.MSG_TO_REPORTER, 0),
                Draft.of(Draft.MESSAGE, Office.utf8("Kapan?")),
                signer,
                office.manifest.audience(group).and(office.reporterOpens.recipient()),
                Origin.SENDER);
    }

    private Parcel signedBy(SigningKey writer, String text) {
        return Seal.signed(
                office.place(Kind.REPORT_BODY, 0),
                Draft.of(Draft.REPORT, Office.utf8(report(text))),
                writer,
                office.everybody(),
                Origin.SENDER);
    }
}
