package id.kulkul.web.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the reader of pictures finds in whole files, in none, and in broken ones. */
@ExtendWith(Chromium.class)
class PicturesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String FIND =
            "async bytes => { const { pictureIn, unhex } = await import('/static/js/staff.js');"
                    + " const found = pictureIn(unhex(bytes)); return found && `${found.type} ${found.width}x${found.height}`; }";
    private static final String BREAK = "async samples => (await import('/twin/pictures.js'))"
            + ".broken(await import('/static/js/staff.js'), samples)";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private @Nullable Object found(Page page, byte[] bytes) {
        page.navigate(site.at("/kosong"));
        return page.evaluate(FIND, HEX.formatHex(bytes));
    }

    @Test
    void each_kind_of_photo_is_known_by_its_bytes(Page page) {
        assertThat(found(page, Photos.png(7, 5))).isEqualTo("image/png 7x5");
        assertThat(found(page, Photos.jpeg(7, 5))).isEqualTo("image/jpeg 7x5");
        assertThat(found(page, Photos.gif(7, 5))).isEqualTo("image/gif 7x5");
        for (byte[] webp : Photos.WEBP) assertThat(found(page, webp)).isEqualTo("image/webp 1x1");
        assertThat(found(page, Photos.claiming(60_000, 60_000))).isEqualTo("image/png 60000x60000");
    }

    @Test
    void a_first_picture_of_a_gif_that_reaches_over_its_screen_counts_whole(Page page) {
        byte[] gif = Photos.gif(7, 5);
        for (int side = 6; side < 10; side++) gif[side] = (byte) (side % 2 == 0 ? 1 : 0);
        assertThat(found(page, gif)).isEqualTo("image/gif 7x5");
    }

    @Test
    void what_is_no_photo_is_none(Page page) {
        for (String other : List.of(
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<!DOCTYPE html><img src=x>",
                "%PDF-1.7\n",
                "RIFF\0\0\0\0WAVEfmt ",
                "GIF89a",
                "BM",
                "\0\0\0\u0018ftypheic"))
            assertThat(found(page, Office.utf8(other))).as(other).isNull();
        assertThat(found(page, Photos.claiming(0, 5))).isNull();
        assertThat(found(page, HEX.parseHex("ffd8ffe00002" + "3c7376673e"))).isNull();
    }

    @Test
    void broken_bytes_end_without_a_failure_and_draw_no_more_than_they_say(Page page) {
        page.navigate(site.at("/kosong"));
        var samples = Stream.concat(
                        Stream.of(Photos.png(3, 2), Photos.jpeg(3, 2), Photos.gif(3, 2)), Photos.WEBP.stream())
                .map(HEX::formatHex)
                .toList();
        var seen = (Map<?, ?>) page.evaluate(BREAK, samples);
        int read = count(seen, "read");
        assertThat(read).isGreaterThan(5_000);
        assertThat(count(seen, "found")).isBetween(1_000, read - 500);
        assertThat(count(seen, "drawn")).isGreaterThan(500);
    }

    private static int count(Map<?, ?> seen, String what) {
        return (int) Objects.requireNonNull(seen.get(what));
    }
}
