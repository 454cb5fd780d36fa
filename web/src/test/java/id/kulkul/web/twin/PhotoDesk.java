package id.kulkul.web.twin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.web.twin.Site.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk with a case that has one file, which counts how often that file is delivered. */
final class PhotoDesk implements AutoCloseable {
    private static final String COUNTS_DECODERS = "window.decoded = 0; const decode = window.createImageBitmap;"
            + " window.createImageBitmap = (...photo) => { window.decoded++; return decode(...photo); };";
    /** What the middle of a canvas shows. */
    static final String COLOUR =
            "c => [...c.getContext('2d').getImageData(c.width >> 1, c.height >> 1, 1, 1).data].join()";

    private final Office office = new Office();
    final Desk desk = new Desk(office);
    final AtomicInteger deliveries = new AtomicInteger();

    /** A case with a file of that content and name, whose every delivery counts. */
    void reported(String name, byte[] file) {
        var sealed = sealed(file);
        reported(name, file.length, file, sealed.item(), sealed.blob());
    }

    Lot.Made sealed(byte[] file) {
        var blob = new ByteArrayOutputStream();
        try (var stream = Seal.stream(office.place(Kind.ATTACHMENT, 1), blob)) {
            stream.write(file);
            try (var finished = stream.finish()) {
                return new Lot.Made(finished.to(office.everybody(), Origin.SENDER), blob.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a report says of a file. */
    static String line(Lot.Made sealed, String name, byte[] file) {
        return line(sealed.item(), name, file.length, file);
    }

    private static String line(SealedItem sealed, String name, long size, byte[] file) {
        return "{\"item\":\"" + Hex16.of(sealed.header().context().item()) + "\",\"name\":\"" + name
                + "\",\"type\":\"image/jpeg\",\"size\":" + size + ",\"sha256\":\""
                + Digest.sha256(file).hex() + "\"}";
    }

    void reported(String name, long size, byte[] file, SealedItem sealed, byte[] ciphertext) {
        desk.show(office.report("{\"v\":1,\"category\":\"x\",\"text\":\"Lihat foto\",\"attachments\":["
                + line(sealed, name, size, file) + "]}"));
        var delivery = desk.delivered(sealed.header(), sealed.stanzas(), ciphertext);
        desk.show(sealed.header(), delivery);
        desk.site.on(Desk.src(sealed.header()), request -> {
            deliveries.incrementAndGet();
            return Answer.octets(delivery);
        });
    }

    /** Goes to the case and opens the report. */
    void read(Page page) {
        page.addInitScript(COUNTS_DECODERS);
        desk.signIn(page);
        desk.openCase(page);
        assertThat(desk.open(page, 0)).isEqualTo("Lihat foto");
    }

    /** Presses the button that looks at the file and gives what the section then says. */
    static String look(Page page) {
        var section = Desk.state(page, 1);
        section.locator("[data-look]").click();
        section.and(page.locator("[aria-busy=false]")).waitFor();
        return section.locator("[data-content]").innerText();
    }

    static void unlock(Page page) {
        page.fill("#buka input", Desk.PASSPHRASE);
        page.click("#buka button");
        assertThat(page.locator("#buka")).isHidden();
    }

    static Locator photo(Page page) {
        return page.locator("figure.photo canvas");
    }

    static void keepHandle(Page page) {
        page.evaluate("() => { window.photo = document.querySelector('figure.photo canvas'); }");
    }

    static void assertGone(Page page) {
        assertThat(photo(page)).hasCount(0);
        assertThat(page.evaluate("() => [window.photo.isConnected, window.photo.width, window.photo.height].join()"))
                .isEqualTo("false,0,0");
    }

    static void assertNothingIsDrawn(Page page) {
        assertThat(page.locator("canvas, img, svg, iframe, object, embed, video"))
                .hasCount(0);
    }

    /** The decoder of the browser has not seen a byte. */
    static void assertNothingIsDecoded(Page page) {
        assertNothingIsDrawn(page);
        assertThat(page.evaluate("window.decoded")).isEqualTo(0);
    }

    @Override
    public void close() {
        desk.close();
    }
}
