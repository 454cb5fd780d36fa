package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.seal.Hex16;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes nothing costs a reporter without JavaScript neither their text nor their case. */
class FailingDiskIT {
    private static final String STORY =
            "Cerita rekaan yang panjang. ".repeat(600).strip();

    private Packaged program;
    private Path drafts;

    @BeforeEach
    void start(@TempDir Path temporary) {
        program = new Packaged(temporary.resolve("home"), "--kulkul.demo=true");
        drafts = program.home().resolve("data/blobs/drafts");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void the_form_comes_back_with_everything_that_was_typed() throws Exception {
        Door door = new Door(program, "");
        String[] fields = {
            "case",
            Hex16.of(UUID.randomUUID()),
            "category",
            "bribery",
            "body",
            STORY,
            "identityName",
            "",
            "identityContact",
            ""
        };
        Files.delete(drafts);
        Door.Answer failed = door.report(fields);
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.text())
                .contains(STORY)
                .contains("Server sedang sibuk")
                .contains(fields[1]);
        Door.Answer alsoWithFile = door.post(
                "/lapor",
                Door.MULTIPART,
                Door.parts(fields) + Door.file("bukti.txt", "rekaan") + "--" + Door.BOUNDARY + "--\r\n");
        assertThat(alsoWithFile.status()).isEqualTo(503);
        assertThat(alsoWithFile.text()).contains(STORY).contains("Server sedang sibuk");
        assertThat(Files.readString(program.output())).doesNotContain("rekaan yang panjang");
        Files.createDirectory(drafts);
        Door.Answer received = door.report(fields);
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text()).doesNotContain("Server sedang sibuk");
    }
}
