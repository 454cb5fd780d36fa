package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class StaticsTest {
    private static final String SCRIPT = "/static/js/report.js";

    private final Statics statics = new Statics();

    @Test
    void a_script_is_asked_for_by_the_hash_of_its_bytes_and_kept_for_ever() throws IOException {
        String hash = Digest.sha256(new ClassPathResource(SCRIPT).getContentAsByteArray())
                .hex();
        String address = statics.address(SCRIPT);
        assertThat(address).isEqualTo("/static/js/report-" + hash.substring(0, 32) + ".js");
        assertThat(Statics.caching(address)).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, "/static/js/report-0.js", "/static/js/licences.txt"})
    void a_file_under_a_name_that_says_nothing_of_its_bytes_is_asked_for_again(String path) {
        assertThat(Statics.caching(path)).isEqualTo("no-cache");
    }

    @Test
    void a_page_is_never_kept() {
        assertThat(Statics.caching("/lapor")).isEqualTo("no-store");
    }
}
