package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo is looked at on the page of its case after one opening; anything else that claims to be one is not. */
@ExtendWith(Chromium.class)
class PhotoTest {
    private static final String RED = "200,30,30,255";

    private final PhotoDesk files = new PhotoDesk();

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void a_photo_is_drawn_after_one_opening_and_saved_without_a_second(Page page) throws IOException {
        var bytes = Photos.jpeg(640, 480);
        files.reported("namanya rahasia.jpg", bytes);
        files.read(page);
        assertThat(PhotoDesk.look(page)).startsWith("[file namanya rahasia.jpg");
        assertThat(PhotoDesk.photo(page)).hasAttribute("role", "img");
        assertThat(PhotoDesk.photo(page)).hasAttribute("aria-label", "[photo 1]");
        assertThat(page.locator("figure.photo")).not().containsText("rahasia");
        assertThat(page.locator("figure.photo figcaption")).hasText("[photo-note]");
        assertThat(PhotoDesk.photo(page).evaluate("c => `${c.width}x${c.height}`"))
                .isEqualTo("640x480");
        assertThat(PhotoDesk.photo(page).evaluate(PhotoDesk.COLOUR).toString()).matches("(19.|20.),[23].,[23].,255");
        var download = page.waitForDownload(() -> files.desk.open(page, 1));
        assertThat(Files.readAllBytes(download.path())).isEqualTo(bytes);
        assertThat(Desk.state(page, 1).locator("[data-content]")).containsText("[saved namanya rahasia.jpg]");
        assertThat(PhotoDesk.photo(page)).isVisible();
        assertThat(files.deliveries).hasValue(1);
    }

    @Test
    void whoever_saves_first_and_looks_then_opens_it_once_too(Page page) {
        files.reported("foto.png", Photos.png(40, 30));
        files.read(page);
        page.waitForDownload(() -> files.desk.open(page, 1));
        PhotoDesk.look(page);
        assertThat(PhotoDesk.photo(page).evaluate(PhotoDesk.COLOUR)).isEqualTo(RED);
        assertThat(files.deliveries).hasValue(1);
    }

    static Stream<byte[]> kinds() {
        return Stream.of(Photos.png(9, 9), Photos.jpeg(9, 9), Photos.gif(9, 9), Photos.WEBP.getFirst());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_photo_is_drawn_whatever_it_is_called(byte[] kind, Page page) {
        files.reported("berkas.pdf", kind);
        files.read(page);
        PhotoDesk.look(page);
        assertThat(PhotoDesk.photo(page)).hasCount(1);
    }

    @Test
    void a_large_photo_is_drawn_smaller_and_one_on_its_side_upright(Page page) {
        var exif = HexFormat.of()
                .parseHex(
                        "ffe1002245786966" + "00004d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000");
        var jpeg = Photos.jpeg(3000, 1000);
        var turned = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, turned, 0, 2);
        System.arraycopy(exif, 0, turned, 2, exif.length);
        System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);
        files.reported("foto.jpg", turned);
        files.read(page);
        PhotoDesk.look(page);
        assertThat(PhotoDesk.photo(page).evaluate("c => `${c.width}x${c.height}`"))
                .isEqualTo("853x2560");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>document.title=1</script></svg>",
                "<!DOCTYPE html><script>document.title=2</script><img src=/kosong>"
            })
    void markup_that_is_called_a_photo_is_saved_only(String markup, Page page) throws IOException {
        files.reported("foto.jpg", Office.utf8(markup));
        files.read(page);
        assertThat(PhotoDesk.look(page)).contains("[file foto.jpg", "[photo-none]");
        PhotoDesk.assertNothingIsDecoded(page);
        assertThat(page).hasTitle("Kasus");
        var download = page.waitForDownload(() -> files.desk.open(page, 1));
        assertThat(Files.readAllBytes(download.path())).isEqualTo(Office.utf8(markup));
        assertThat(files.deliveries).hasValue(1);
    }

    @Test
    void markup_behind_the_header_of_a_photo_is_not_drawn_either(Page page) {
        var header = new String(Photos.jpeg(9, 9), ISO_8859_1);
        var fake = header.substring(0, header.indexOf("\u00ff\u00c0") + 19) + "<svg onload=alert(1)>";
        files.reported("foto.jpg", fake.getBytes(ISO_8859_1));
        files.read(page);
        assertThat(PhotoDesk.look(page)).contains("[file foto.jpg", "[photo-broken]");
        PhotoDesk.assertNothingIsDrawn(page);
        page.waitForDownload(() -> files.desk.open(page, 1));
        assertThat(files.deliveries).hasValue(1);
    }

    @Test
    void a_header_that_claims_too_many_pixels_is_not_given_to_the_decoder(Page page) {
        files.reported("foto.png", Photos.claiming(60_000, 60_000));
        files.read(page);
        assertThat(PhotoDesk.look(page)).contains("[photo-large]");
        PhotoDesk.assertNothingIsDecoded(page);
        page.waitForDownload(() -> files.desk.open(page, 1));
        assertThat(files.deliveries).hasValue(1);
    }

    @Test
    void a_file_that_is_too_large_to_be_looked_at_is_not_asked_for(Page page) {
        var file = Photos.png(9, 9);
        var sealed = files.sealed(file);
        files.reported("foto.png", 25_000_001, file, sealed.item(), sealed.blob());
        files.read(page);
        assertThat(PhotoDesk.look(page)).contains("[file foto.png", "[photo-large]");
        assertThat(files.deliveries).hasValue(0);
    }

    /** A decoder would have had enough with the first of its chunks. */
    @Test
    void a_ciphertext_that_is_changed_at_its_end_shows_nothing(Page page) {
        var file = Arrays.copyOf(Photos.png(9, 9), 200_000);
        var sealed = files.sealed(file);
        var changed = sealed.blob().clone();
        changed[changed.length - 1] ^= 1;
        files.reported("foto.png", file.length, file, sealed.item(), changed);
        files.read(page);
        assertThat(PhotoDesk.look(page)).isEqualTo("[broken]");
        PhotoDesk.assertNothingIsDecoded(page);
    }

    @Test
    void a_file_that_the_page_gives_the_mark_of_another_is_not_saved_as_that_one(Page page) {
        byte[] meme = Photos.png(9, 9);
        byte[] contract = "Kontrak rekaan".getBytes(ISO_8859_1);
        Lot.Made first = files.sealed(meme);
        Lot.Made second = files.sealed(contract);
        files.desk.show(files.desk.office.report("{\"v\":1,\"category\":\"x\",\"text\":\"Lihat foto\",\"attachments\":["
                + PhotoDesk.line(first, "meme.png", meme) + ","
                + PhotoDesk.line(second, "kontrak.pdf", contract) + "]}"));
        for (Lot.Made file : List.of(first, second))
            files.desk.show(
                    file.item().header(),
                    files.desk.delivered(file.item().header(), file.item().stanzas(), file.blob()));
        files.read(page);
        page.waitForDownload(() -> files.desk.open(page, 1));
        page.evaluate("() => { const all = document.querySelectorAll('section[data-item]');"
                + " all[2].dataset.digest = all[1].dataset.digest; }");
        assertThat(files.desk.open(page, 2)).isEqualTo("[broken]");
    }
}
