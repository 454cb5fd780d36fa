package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.web.browser.Chromium;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class FilesTest {
    private static final int SIZE = 300_000;
    private final Office office = new Office();
    private final Desk desk = new Desk(office);
    private final Context place = office.place(Kind.ATTACHMENT, 1);
    private final byte[] photo = new byte[SIZE];
    private final ByteArrayOutputStream blob = new ByteArrayOutputStream();
    private final SealedItem sealed;

    FilesTest() throws IOException {
        new Random(5).nextBytes(photo);
        try (var stream = Seal.stream(place, blob)) {
            stream.write(photo);
            try (var finished = stream.finish()) {
                sealed = finished.to(office.everybody(), Origin.SENDER);
            }
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String listing(String name, int size, Digest sha256) {
        return "{\"v\":1,\"category\":\"x\",\"text\":\"Lihat foto\",\"attachments\":[{\"item\":\""
                + Hex16.of(place.item())
                + "\",\"name\":\"" + name + "\",\"type\":\"image/jpeg\",\"size\":" + size + ",\"sha256\":\""
                + sha256.hex() + "\"}]}";
    }

    private Parcel answer(int type, String text, Parcel before) {
        return Seal.signed(
                office.place(Kind.MSG_TO_TEAM, 1),
                Draft.of(type, Office.utf8(text)).after(before.header().digest(), Digest.ZERO),
                office.reporterSigns,
                office.everybody(),
                Origin.SENDER);
    }

    private void show(String listing, byte[] ciphertext) {
        desk.show(office.report(listing));
        desk.show(sealed.header(), desk.delivered(sealed.header(), sealed.stanzas(), ciphertext));
    }

    private void atTheCase(Page page) {
        desk.signIn(page);
        desk.openCase(page);
    }

    @Test
    void a_file_is_saved_whole_and_under_a_harmless_name(Page page) throws IOException {
        show(listing("../foto\\u202egpj.exe", SIZE, Digest.sha256(photo)), blob.toByteArray());
        atTheCase(page);
        assertThat(desk.open(page, 1)).isEqualTo("[report-first] REPORT_BODY");
        assertThat(Desk.state(page, 1).locator("[role=alert]")).hasCount(0);
        Desk.state(page, 1).locator(".quiet a").click();
        assertThat(page.locator("h3:target")).hasText("REPORT_BODY");
        assertThat(desk.open(page, 0)).isEqualTo("Lihat foto");
        assertThat(Desk.state(page, 1).innerText()).contains("[file __foto_gpj.exe 300 kB]");
        var download = page.waitForDownload(() -> desk.open(page, 1));
        assertThat(download.suggestedFilename()).isEqualTo("__foto_gpj.exe");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(photo);
        assertThat(Desk.state(page, 1).innerText()).contains("[saved __foto_gpj.exe]");
    }

    @Test
    void a_file_with_a_changed_byte_is_not_saved(Page page) {
        var changed = blob.toByteArray();
        changed[changed.length - 20] ^= 1;
        show(listing("foto.jpg", SIZE, Digest.sha256(photo)), changed);
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 1)).isEqualTo("[broken]");
    }

    @Test
    void a_file_of_another_size_or_content_than_the_report_lists_is_not_saved(Page page) {
        show(listing("foto.jpg", SIZE - 1, Digest.sha256(photo)), blob.toByteArray());
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 1)).isEqualTo("[broken]");
    }

    @Test
    void a_file_that_the_report_does_not_list_is_told(Page page) {
        show("{\"v\":1,\"category\":\"x\",\"text\":\"Tanpa foto\"}", blob.toByteArray());
        atTheCase(page);
        desk.open(page, 0);
        assertThat(Desk.state(page, 1).innerText()).contains("[file-foreign]");
        assertThat(desk.open(page, 1)).isEqualTo("[report-first]");
        assertThat(Desk.state(page, 1).locator("[role=alert]")).hasCount(1);
    }

    @Test
    void the_files_of_an_answer_are_named_by_its_own_list_and_by_no_other_text(Page page) throws IOException {
        Parcel report = office.report("{\"v\":1,\"text\":\"Laporan\"}");
        Parcel text = answer(Draft.MESSAGE, "Ini fotonya", report);
        desk.show(report).show(text).show(answer(Draft.FILES, listing("foto.jpg", SIZE, Digest.sha256(photo)), text));
        desk.show(sealed.header(), desk.delivered(sealed.header(), sealed.stanzas(), blob.toByteArray()));
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 1)).isEqualTo("Ini fotonya");
        assertThat(Desk.state(page, 3).innerText()).doesNotContain("[file");
        assertThat(desk.open(page, 3)).isEqualTo("[report-first] MSG_TO_TEAM");
        assertThat(desk.open(page, 2)).contains("[files-of]");
        assertThat(page.locator("h3"))
                .hasText(new String[] {"REPORT_BODY", "MSG_TO_TEAM", "[files-list]", "ATTACHMENT"});
        assertThat(Desk.state(page, 3).innerText()).contains("[file foto.jpg 300 kB]");
        var download = page.waitForDownload(() -> desk.open(page, 3));
        assertThat(Files.readAllBytes(download.path())).isEqualTo(photo);
        page.click("#kunci");
        assertThat(Desk.state(page, 2).locator("h3")).hasText("MSG_TO_TEAM");
    }

    @Test
    void a_file_right_behind_an_answer_that_lists_none_is_told(Page page) {
        Parcel report = office.report("{\"v\":1,\"text\":\"Laporan\"}");
        desk.show(report).show(answer(Draft.MESSAGE, "Tanpa foto", report));
        desk.show(sealed.header(), desk.delivered(sealed.header(), sealed.stanzas(), blob.toByteArray()));
        atTheCase(page);
        desk.open(page, 0);
        desk.open(page, 1);
        assertThat(Desk.state(page, 2).innerText()).contains("[file-foreign]");
    }

    @Test
    void a_list_of_files_from_a_colleague_is_no_message(Page page) {
        desk.show(office.report("{\"v\":1,\"text\":\"Laporan\"}"));
        desk.show(Seal.signed(
                office.place(Kind.MSG_TO_REPORTER, 0),
                Draft.of(Draft.FILES, Office.utf8("{\"v\":1,\"attachments\":[]}")),
                office.budi.keys().signing(),
                office.everybody(),
                Origin.SENDER));
        atTheCase(page);
        desk.open(page, 0);
        assertThat(desk.open(page, 1)).isEqualTo("[broken]");
    }

    @Test
    void a_listed_file_that_is_not_there_is_missed(Page page) {
        desk.show(office.report(listing("foto.jpg", SIZE, Digest.sha256(photo))));
        atTheCase(page);
        assertThat(desk.open(page, 0)).contains("Lihat foto", "[file-missing foto.jpg]");
    }
}
