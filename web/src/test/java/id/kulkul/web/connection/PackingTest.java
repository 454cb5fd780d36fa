package id.kulkul.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingTest {
    private static final String PAGE = "text/html;charset=UTF-8";

    @ParameterizedTest
    @CsvSource({
        "GET, /static/kulkul.css, text/css",
        "GET, /static/js/report.js, text/javascript;charset=UTF-8",
        "GET, /static/icons.svg, image/svg+xml",
        "GET, /, " + PAGE,
        "GET, /lapor?lang=en, " + PAGE,
        "GET, /tentang/hukum, " + PAGE
    })
    void what_is_the_same_for_everybody_is_packed(String method, String address, String type) {
        assertThat(Packing.packs(method, address, type)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /lapor, " + PAGE,
        "POST, /kotak, " + PAGE,
        "GET, /kerja, " + PAGE,
        "GET, /kerja/kasus/0, " + PAGE,
        "GET, /audit, " + PAGE,
        "GET, /demo, " + PAGE,
        "GET, /lapor/terima, application/json",
        "GET, /static/plus-jakarta-sans.woff2, font/woff2",
        "GET, /log/wbs/checkpoint, text/plain"
    })
    void what_somebody_may_have_typed_or_may_see_alone_is_not(String method, String address, String type) {
        assertThat(Packing.packs(method, address, type)).isFalse();
    }
}
