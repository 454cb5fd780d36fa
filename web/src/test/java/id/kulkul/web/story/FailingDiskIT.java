package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A disk that takes nothing costs a reporter without JavaScript neither their text nor their case.
 *
 * <p>A program of its own: its disk fails.
 */
@Tag("page")
@Tag("report")
@Tag("store")
@ExtendWith(Demonstration.class)
class FailingDiskIT {
    private static final String STORY =
            "Cerita rekaan yang panjang. ".repeat(600).strip();

    @TempDir
    Path temporary;

    private static String[] fields() {
        return new String[] {"secret", FormCase.secret(), "category", "bribery", "body", STORY};
    }

    private static Door.Answer withFile(Door door, String... fields) {
        String body = Door.parts(fields) + Door.file("bukti.txt", "rekaan") + Door.END;
        return door.post("/lapor", Door.MULTIPART, body);
    }

    @Test
    @ResourceLock(Demonstration.UNCOVERED)
    void the_form_comes_back_with_everything_that_was_typed(@Demonstration.Uncovered Packaged program)
            throws Exception {
        Door door = new Door(program, "");
        Path drafts = program.home().resolve("data/blobs/drafts");
        Path aside = drafts.resolveSibling("aside");
        String[] fields = fields();
        Files.move(drafts, aside);
        try {
            Door.Answer failed = door.report(fields);
            assertThat(failed.status()).isEqualTo(503);
            assertThat(failed.text())
                    .contains(STORY)
                    .contains("Server sedang sibuk")
                    .contains(fields[1]);
            Door.Answer alsoWithFile = withFile(door, fields);
            assertThat(alsoWithFile.status()).isEqualTo(503);
            assertThat(alsoWithFile.text()).contains(STORY).contains("Server sedang sibuk");
            assertThat(Files.readString(program.output())).doesNotContain("rekaan yang panjang");
        } finally {
            Files.move(aside, drafts);
        }
        Door.Answer received = door.report(fields);
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text()).doesNotContain("Server sedang sibuk");
    }

    @Test
    void where_no_text_can_be_kept_the_form_says_so_before_anybody_types_and_gives_a_text_back() throws Exception {
        try (Packaged program = new Packaged(
                Told.copy(temporary.resolve("home")), "--kulkul.demo=true", "--kulkul.spare-texts=1000000TB")) {
            Door door = new Door(program, "");
            Door.Answer closed = door.get("/lapor");
            assertThat(closed.status()).isEqualTo(503);
            assertThat(closed.text())
                    .contains("tidak ada laporan yang dapat diterima", "Ombudsman RI", "report/not-now-room")
                    .doesNotContain("<textarea");
            assertThat(door.get("/lapor?lang=en").text()).contains("No report can be received", "Ombudsman");
            assertThat(door.get("/lapor/terima").code()).isEqualTo("report/not-now-room");
            Door.Answer sent = door.report(fields());
            assertThat(sent.status()).isEqualTo(503);
            assertThat(sent.text()).contains(STORY).contains("kehabisan tempat");
            Door.Answer sealed = door.post("/lapor/tersegel", "application/json", "{}");
            assertThat(sealed.status()).isEqualTo(503);
            assertThat(sealed.code()).isEqualTo("report/not-now-room");
            assertThat(door.get("/kotak").status()).isEqualTo(200);
            assertThat(door.get("/lapor/manifes").status()).isEqualTo(200);
            Path state = program.home().resolve("data/health.json");
            Patience.until("the operator reads that nothing is received", () -> Files.readString(state)
                    .contains("\"receives\":false"));
            assertThat(Files.readString(state)).contains("\"well\":false", "\"roomForTexts\":false");
        }
    }

    @Test
    void attachments_are_refused_before_the_disk_is_full_and_texts_are_not() {
        try (Packaged program =
                new Packaged(Told.copy(temporary.resolve("home")), "--kulkul.demo=true", "--kulkul.spare=1000000TB")) {
            Door door = new Door(program, "");
            assertThat(door.get("/lapor").text())
                    .contains("hampir penuh")
                    .containsPattern("<input type=\"file\"[^>]* disabled");
            byte[] file = new byte[65_592];
            Door.Answer upload = door.send(
                    door.request("/lapor/berkas/" + Digest.sha256(file).hex())
                            .header("Content-Type", "application/octet-stream")
                            .PUT(BodyPublishers.ofByteArray(file)));
            assertThat(upload.code()).isEqualTo("upload/no-room");
            assertThat(upload.status()).isEqualTo(507);
            Door.Answer form = withFile(door, fields());
            assertThat(form.status()).isEqualTo(422);
            assertThat(form.text()).contains(STORY).contains("hampir penuh");
            assertThat(door.report(fields()).status()).isEqualTo(200);
        }
    }
}
