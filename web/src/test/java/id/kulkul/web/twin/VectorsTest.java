package id.kulkul.web.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kulkul.web.browser.Chromium;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Chromium.class)
class VectorsTest {
    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void every_typed_receipt_passphrase_and_kit_is_read_as_in_java(Page page) throws IOException {
        try (var table = getClass().getResourceAsStream("/id/kulkul/crypto/receipt/typed.json")) {
            assertThat(table).isNotNull();
            page.navigate(site.at("/kosong"));
            var failures =
                    page.evaluate("""
                    async json => {
                      const { plain, parseReceipt, receiptDigits } = await import('/static/js/staff.js');
                      const lists = await Promise.all(['id', 'en'].map(one => import(`/static/js/words-${one}.js`)));
                      const { receipts, passphrases, kits } = JSON.parse(json);
                      const read = ({ typed }) => {
                        const { mk, fits } = parseReceipt(typed, lists.map(({ words }) => words));
                        return JSON.stringify([fits, receiptDigits(mk)]);
                      };
                      return [...receipts, ...passphrases, ...kits].filter(one => plain(one.typed) !== one.plain)
                        .concat(receipts.filter(one => read(one) !== JSON.stringify([one.fits, one.digits])))
                        .map(one => one.is);
                    }""", new String(table.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            assertThat((List<?>) failures).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crypto-v1.json", "kulkul-v1.json"})
    void every_vector_comes_out_the_same_in_the_browser(String file, Page page) throws IOException {
        try (var vectors = getClass().getResourceAsStream("/id/kulkul/crypto/vectors/" + file)) {
            assertThat(vectors).as(file).isNotNull();
            var json = new String(vectors.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            page.navigate(site.at("/kosong"));
            var failures = page.evaluate(
                    "async json => (await import('/twin/vectors.js')).failures(await import('/static/js/staff.js'), json)",
                    json);
            assertThat((List<?>) failures).isEmpty();
        }
    }
}
