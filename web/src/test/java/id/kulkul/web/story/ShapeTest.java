package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Chromium.class)
class ShapeTest {
    private static final String PAGE = """
            <!DOCTYPE html><html lang="id"><title>Kotak</title><style>.late { color: #a00 }</style>
            <h1>Kotak</h1><h2>Isi</h2><ul><li><a href="/satu">satu</a></li><li><a href="/dua">dua</a></li></ul>
            <form><input type="hidden" name="lang" value="id"><label for="kode">Kode</label><input id="kode" name="kode">
            <p class="late">Terlambat</p><img src="data:," alt="gambar"><button>Kirim</button></form>
            """;

    @Test
    void pages_that_differ_in_words_and_rows_have_one_shape(Page page) {
        String english = PAGE.replace("lang=\"id\"", "lang=\"en\"")
                .replace("Kotak", "Mailbox")
                .replace("<li><a href=\"/dua\">dua</a></li>", "")
                .replace("gambar", "picture")
                .replaceAll("<input type=.hidden.[^>]*>", "");
        assertThat(shape(page, english)).isEqualTo(shape(page, PAGE));
    }

    @ParameterizedTest
    @CsvSource({
        "the label of a field,for=\"kode\",for=\"lain\"",
        "a title,<title>Kotak</title>,<title></title>",
        "the words of a picture,alt=\"gambar\",alt=\"\"",
        "the name of a button,<button>Kirim,<button>",
        "a colour,#a00,#fdd",
        "the sight of something,<p class=,<p hidden class=",
        "the order of headings,<h2>Isi</h2>,<h3>Isi</h3>",
        "an id that is there twice,<h1>,<h1 id=\"kode\">",
        "another language,<html lang=\"id\">,<html lang=\"xx\">",
        "all rows,<li>,<p>",
    })
    void pages_that_differ_otherwise_have_two(String how, String found, String changed, Page page) {
        assertThat(PAGE).contains(found);
        assertThat(shape(page, PAGE.replace(found, changed))).as(how).isNotEqualTo(shape(page, PAGE));
    }

    private static String shape(Page page, String html) {
        page.setContent(html);
        return Shape.of(page);
    }
}
