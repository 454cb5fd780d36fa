package id.kulkul.web.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Every header that a page of each audience leaves with. */
class ProtectiveHeadersTest {
    private static final String SEALING =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
                    + "script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; "
                    + "trusted-types 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String KEYS =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
                    + "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; "
                    + "trusted-types kulkul-page; base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_SCRIPT =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    private static Map<String, String> headers(String path) {
        var request = MockServerHttpRequest.method(HttpMethod.GET, URI.create(path));
        var exchange = MockServerWebExchange.from(request);
        new ProtectiveHeaders()
                .filter(exchange, answered -> answered.getResponse().setComplete())
                .block();
        return new TreeMap<>(exchange.getResponse().getHeaders().toSingleValueMap());
    }

    private static void assertLeavesWith(String policy, String caching, String path) {
        assertThat(headers(path))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Content-Security-Policy", policy,
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Referrer-Policy", "no-referrer",
                        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Cache-Control", caching));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lapor", "/lapor/", "/lapor/manifes", "/lapor/tersegel?lang=en", "/kotak", "/kotak/jawab"})
    void pages_of_reporters_seal_and_make_no_markup(String path) {
        assertLeavesWith(SEALING, "no-store", path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/masuk",
                "/masuk/tantangan",
                "/keluar",
                "/kerja",
                "/kerja/",
                "/kerja/kunci",
                "/kerja/kasus/0",
                "/kerja/arsip",
                "/kerja/cari",
                "/kerja/cari/0",
                "/kerja/belum-ditelaah/wbs",
                "/kerja/disisihkan",
                "/kerja/penyisihan/0",
                "/audit",
                "/audit/kasus/0/saat",
                "/demo",
                "/demo/curangi",
                "/kerja/nowhere"
            })
    void pages_of_the_staff_hold_keys_and_make_markup_in_one_place(String path) {
        assertLeavesWith(KEYS, "no-store", path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/log/wbs/checkpoint",
                "/laporan",
                "/kerjasama",
                "/LAPOR",
                "/%6berja",
                "/kerja;a=b",
                "/nowhere//kerja",
                "/nowhere/kerja"
            })
    void every_other_page_runs_no_script(String path) {
        assertLeavesWith(NO_SCRIPT, "no-store", path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/js/report.js", "/static/kulkul.css"})
    void a_file_of_ours_may_be_kept_as_long_as_it_is_asked_for_again(String path) {
        assertLeavesWith(NO_SCRIPT, "no-cache", path);
    }
}
