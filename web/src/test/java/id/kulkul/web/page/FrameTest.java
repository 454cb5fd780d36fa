package id.kulkul.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.web.settings.Settings;
import id.kulkul.web.settings.Settings.Government;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.env.MockEnvironment;

class FrameTest {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private final MockEnvironment told = new MockEnvironment();

    private Government government() throws IOException {
        Settings settings = Settings.of(told);
        var attributes = new Frame(settings, new Crest(settings)).attributes();
        return (Government) Objects.requireNonNull(attributes.get("government"));
    }

    @Test
    void a_real_office_is_called_what_it_says_and_nothing_else() throws IOException {
        assertThat(government().name()).isNull();
        assertThat(government().mail()).isNull();
        told.setProperty("kulkul.government.name", "Kabupaten Contoh");
        assertThat(government().name()).isEqualTo("Kabupaten Contoh");
        assertThat(government().office()).isNull();
        assertThat(government().address()).isEqualTo(List.of());
    }

    @Test
    void a_demonstration_says_something_fictional_of_what_is_not_set() throws IOException {
        told.withProperty("kulkul.demo", "true").setProperty("kulkul.government.office", "Kantor Contoh");
        assertThat(government().name()).isEqualTo("Kabupaten Rekaan");
        assertThat(government().office()).isEqualTo("Kantor Contoh");
        assertThat(government().mail()).endsWith(".example");
    }

    @Test
    void the_crest_is_served_under_the_name_of_its_content_alone(@TempDir Path folder) throws IOException {
        byte[] drawn = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("lambang.svg"), drawn);
        told.setProperty("kulkul.government.crest", file.toString());
        Crest crest = new Crest(Settings.of(told));
        Files.delete(file);
        String name = Digest.sha256(drawn).hex().substring(0, 32) + ".svg";
        assertThat(crest.address()).isEqualTo("/lambang/" + name);
        assertThat(Statics.caching("/lambang/" + name)).contains("immutable");
        assertThat(crest.crest(name).getBody()).isEqualTo(drawn);
        assertThat(crest.crest(name).getHeaders().getContentType()).isEqualTo(MediaType.valueOf("image/svg+xml"));
        assertThatThrownBy(() -> crest.crest("lambang.svg")).isInstanceOf(Refused.class);
        assertThat(Statics.caching("/lambang/lambang.svg")).isEqualTo("no-store");
    }

    @Test
    void an_office_without_a_crest_serves_none() throws IOException {
        Crest none = new Crest(Settings.of(told));
        assertThat(none.address()).isNull();
        assertThatThrownBy(() -> none.crest("null")).isInstanceOf(Refused.class);
    }

    /** Browsers keep a font for ever under that name. */
    @Test
    void the_sheet_asks_for_the_font_by_its_content() throws IOException {
        var asked = Pattern.compile("url\\(plus-jakarta-sans-([0-9a-f]{32})\\.woff2\\)")
                .matcher(Files.readString(STATIC.resolve("kulkul.css")));
        assertThat(asked.find()).isTrue();
        assertThat(asked.group(1))
                .isEqualTo(Digest.sha256(Files.readAllBytes(STATIC.resolve("plus-jakarta-sans.woff2")))
                        .hex()
                        .substring(0, 32));
    }
}
