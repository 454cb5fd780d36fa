package id.kulkul.web.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lapor",
                "/lapor/tersegel",
                "/kotak",
                "/kotak/jawab",
                "/masuk",
                "/kerja/kasus/0",
                "/audit",
                "/demo"
            })
    void a_page_with_our_script_takes_no_string_for_markup_or_script(String path) {
        assertThat(Audience.of(path).policy().text())
                .contains("script-src 'self'", "require-trusted-types-for 'script'", "trusted-types ")
                .doesNotContain("unsafe-inline", "'unsafe-eval'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/log/wbs/checkpoint", "/static/js/report.js", "/laporan", "/kerjasama"})
    void any_other_address_runs_no_script_at_all(String path) {
        assertThat(Audience.of(path).policy().text())
                .startsWith("default-src 'none';")
                .doesNotContain("script-src");
    }

    /** A photo of a report is drawn on a canvas, which no page needs an address for. */
    @ParameterizedTest
    @EnumSource(Audience.class)
    void no_page_shows_an_image_that_this_server_did_not_send(Audience audience) {
        assertThat(audience.policy().text())
                .contains("; img-src 'self';")
                .startsWith("default-src 'none';")
                .doesNotContain("blob:", "data:", "*");
    }

    @Test
    void only_where_a_passphrase_is_typed_may_web_assembly_run_and_markup_be_made() {
        assertThat(ContentPolicy.SEALING.text())
                .contains("trusted-types 'none'")
                .doesNotContain("wasm");
        assertThat(ContentPolicy.KEYS.text()).contains("'wasm-unsafe-eval'", "trusted-types kulkul-page;");
    }
}
