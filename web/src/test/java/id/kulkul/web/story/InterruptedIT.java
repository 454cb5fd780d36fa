package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.keys.KeyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * What a demonstration that was ended at its very first start says and does at the next.
 *
 * <p>A program of its own: it ends at its start.
 */
@Tag("page")
@Tag("demo")
class InterruptedIT {
    @TempDir
    Path temporary;

    @Test
    void half_a_story_is_not_shown_as_a_whole_one() throws Exception {
        Path home = Told.copy(temporary.resolve("home"));
        for (String folder : List.of("data", "seen")) FileSystemUtils.deleteRecursively(home.resolve(folder));
        try (Packaged bare = new Packaged(home)) {
            assertThat(new Door(bare, "")
                            .report("category", "bribery", "body", "Cerita rekaan")
                            .status())
                    .isEqualTo(200);
            tellsNoStory(new Door(bare, ""));
            bare.stop();
        }
        assertThatThrownBy(() -> new Packaged(home, "--kulkul.demo=true").close())
                .hasMessageContaining("was interrupted while it was first told")
                .hasMessageNotContaining("\tat ");
    }

    private static void tellsNoStory(Door noDemonstration) {
        for (String path : List.of("/demo", "/demo/cerita.js", "/static/js/tour.js"))
            assertThat(noDemonstration.get(path).code()).isEqualTo("page/not-found");
        for (String page : List.of("/lapor?cerita=kirim", "/kotak?cerita=jawab"))
            assertThat(noDemonstration.get(page).text())
                    .contains("/static/js/report-")
                    .doesNotContain("cerita.js", "id=\"cerita\"");
    }

    @Test
    void a_real_organisation_is_no_demonstration_and_is_not_touched() throws Exception {
        Path home = Told.copy(temporary.resolve("home"));
        Files.delete(home.resolve("accounts.txt"));
        byte[] before = Files.readAllBytes(home.resolve("data/events.db"));
        assertThatThrownBy(() -> new Packaged(home, "--kulkul.demo=true").close())
                .hasMessageContaining("belongs to a real organisation")
                .hasMessageNotContaining("\tat ");
        assertThat(Files.readAllBytes(home.resolve("data/events.db"))).isEqualTo(before);
    }

    @Test
    void accounts_that_were_half_made_are_made_anew() throws IOException {
        Path home = temporary.resolve("home");
        Files.createDirectories(home.resolve("keys"));
        Files.createDirectories(home.resolve("keys.new").resolve("half"));
        Files.writeString(home.resolve("accounts.txt"), "pemeriksa-1 = ");
        try (Packaged program = new Packaged(home, "--kulkul.demo=true")) {
            assertThat(program.accounts()).hasSize(8).doesNotContainValue("");
            assertThat(KeyFolder.exists(home.resolve("keys"))).isTrue();
            assertThat(home.resolve("keys.new")).doesNotExist();
        }
    }
}
