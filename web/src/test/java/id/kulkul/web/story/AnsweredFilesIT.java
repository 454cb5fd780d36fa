package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.keys.SubmitSignature;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.Draft;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Seal;
import id.kulkul.crypto.seal.SealedItem;
import id.kulkul.crypto.seal.SigningKey;
import id.kulkul.crypto.seal.Stanza;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of an answer come with it or not at all, and nobody but the report's own key learns whether they are here. */
@Tag("page")
@Tag("mailbox")
@Tag("report")
@ExtendWith(Demonstration.class)
class AnsweredFilesIT {
    private static final String JSON = "application/json";
    private static final byte[] FILE = "Nota rekaan".getBytes(StandardCharsets.UTF_8);

    private static Packaged program;
    private static Door door;

    @BeforeAll
    static void start(Packaged shared) {
        program = shared;
        door = new Door(program, "");
    }

    @Test
    void what_is_missing_is_told_to_the_reports_own_key_alone() throws Exception {
        SealedForm form = covered();
        Answer answer = new Answer(form);
        Answer stranger = new Answer(form).signedBy(SigningKey.random());
        assertThat(send(stranger)).isEqualTo("mailbox/nothing-here");
        assertThat(send(answer)).isEqualTo("mailbox/attachment-missing");
        assertThat(door.send(door.request("/kotak/berkas/" + answer.address())
                                .header("Content-Type", "application/octet-stream")
                                .PUT(BodyPublishers.ofByteArray(answer.ciphertext)))
                        .status())
                .isEqualTo(204);
        assertThat(send(stranger)).isEqualTo("mailbox/nothing-here");
        assertThat(send(answer)).isEqualTo("replied");
        assertThat(send(answer)).isEqualTo("already");
        assertThat(Files.exists(blob(answer.address()))).isTrue();
    }

    @Test
    void a_file_of_an_answer_for_other_readers_is_refused() throws Exception {
        SealedForm form = covered();
        Answer answer = new Answer(form, form.manifest.audience(1));
        door.send(door.request("/kotak/berkas/" + answer.address())
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(answer.ciphertext)));
        assertThat(send(answer)).isEqualTo("mailbox/nothing-here");
    }

    @Test
    void an_answer_without_script_brings_its_files_or_nothing() throws Exception {
        Submitted report = Submitted.to(program);
        Patience.until("the report is covered", () -> report.mailbox(program).contains("/kotak/jawab"));
        Colleague ani = Colleague.signIn(program, "pemeriksa-1");
        for (String refused : List.of(
                Door.file("kosong.txt", ""),
                Door.file("besar.bin", "x".repeat(2 * 1024 * 1024 + 1)),
                Door.file("a", "1")
                        + Door.file("b", "2")
                        + Door.file("c", "3")
                        + Door.file("d", "4")
                        + Door.file("e", "5"),
                Door.file("n".repeat(256), "1"))) {
            String page = answer(report, "Tulisan rekaan.", refused);
            assertThat(page)
                    .contains("id=\"attachment-error\"", ">Tulisan rekaan.</textarea>", "Lampiran harus dipilih lagi.");
        }
        String whole = Door.parts("receipt", report.receipt(), "item", "0", "reply", "Tulisan rekaan.")
                + Door.file("nota.txt", "Nota rekaan")
                + Door.END;
        assertThat(door.post("/kotak/jawab", Door.MULTIPART, whole + "x".repeat(80))
                        .text())
                .contains("Kiriman terputus", "Lampiran harus dipilih lagi.");
        assertThat(answer(report, "", "")).contains("Tulis jawaban Anda, atau pilih berkas.");
        assertThat(answer(report, "x".repeat(5_001), Door.file("a.txt", "1"))).contains("id=\"reply-error\"");
        assertThat(answer(report, "Tulisan rekaan.", Door.file("nota.txt", "Nota rekaan")))
                .contains("sudah terkirim");
        assertThat(answer(report, "", Door.file("foto.txt", "Foto rekaan"))).contains("sudah terkirim");
        ani.awaits(report.report());
        Patience.until(
                "both answers stand on the desk",
                () -> ani.items(report.report()).size() == 6);
        assertThat(ani.door.get("/kerja/kasus/" + report.report()).text())
                .containsSubsequence(
                        "data-kind=\"REPORT_BODY\"",
                        "data-kind=\"MSG_TO_TEAM\"",
                        "data-kind=\"MSG_TO_TEAM\"",
                        "data-kind=\"ATTACHMENT\"",
                        "data-kind=\"MSG_TO_TEAM\"",
                        "data-kind=\"ATTACHMENT\"");
    }

    private static String answer(Submitted report, String text, String files) {
        String form = Door.parts(
                        "receipt", report.receipt(), "item", UUID.randomUUID().toString(), "reply", text)
                + files
                + Door.END;
        String page = door.post("/kotak/jawab", Door.MULTIPART, form).text();
        for (int i = 0; i < 15 && Patience.isAskedFor(page); i++)
            page = door.post("/kotak/jawab", Door.MULTIPART, form).text();
        return page;
    }

    private static SealedForm covered() throws Exception {
        SealedForm form = new SealedForm(program.home().resolve("keys"));
        assertThat(door.post("/lapor/tersegel", JSON, form.message().toString()).status())
                .isEqualTo(201);
        Patience.untilTheNextMark(program);
        return form;
    }

    /** How it ended, asked again while the mailbox is busy or the mark has not covered the report. */
    private static String send(Answer answer) throws Exception {
        String[] code = {""};
        Patience.until("the mailbox has time", () -> {
            String said = door.post("/kotak/tersegel", JSON, answer.message()).text();
            code[0] = said.substring(9, said.indexOf('"', 9));
            return !code[0].equals("mailbox/busy");
        });
        return code[0];
    }

    private static Path blob(String address) throws IOException {
        try (Stream<Path> all = Files.walk(program.home())) {
            return all.filter(file -> file.getFileName().toString().equals(address))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** An answer with one file, sealed as a browser would, or should not. */
    private static final class Answer {
        private final SealedForm form;
        private final byte[] ciphertext;
        private final List<ItemHeader> headers = new ArrayList<>();
        private final List<String> items = new ArrayList<>();
        private SigningKey signer;

        Answer(SealedForm form) throws IOException {
            this(form, form.manifest.audience(Manifest.EVERYBODY));
        }

        Answer(SealedForm form, Recipients fileReaders) throws IOException {
            this.form = form;
            this.signer = form.keys.signing();
            Draft list = Draft.of(Draft.FILES, "{\"v\":1,\"attachments\":[]}".getBytes(StandardCharsets.UTF_8))
                    .after(form.headers.getFirst().digest(), Digest.ZERO);
            Parcel message = Seal.signed(
                    place(Kind.MSG_TO_TEAM, 1),
                    list,
                    signer,
                    form.manifest.audience(Manifest.EVERYBODY),
                    Origin.SENDER);
            add(message.item(), SealedForm.text(message.blob()));
            var out = new ByteArrayOutputStream();
            try (var stream = Seal.stream(place(Kind.ATTACHMENT, 2), out)) {
                stream.write(FILE, 0, FILE.length);
                try (var finished = stream.finish()) {
                    add(finished.to(fileReaders, Origin.SENDER), "");
                }
            }
            ciphertext = out.toByteArray();
        }

        Answer signedBy(SigningKey other) {
            signer = other;
            return this;
        }

        String address() {
            return Digest.sha256(ciphertext).hex();
        }

        String message() {
            return "{\"lookup\":\"" + SealedForm.text(form.keys.lookup()) + "\",\"items\":[" + String.join(",", items)
                    + "],\"signature\":\""
                    + SealedForm.text(SubmitSignature.sign(signer, ItemHeader.subject(headers))) + "\"}";
        }

        private Context place(Kind kind, long seq) {
            Manifest manifest = form.manifest;
            return new Context(
                    kind, manifest.tenant(), manifest.scope(), form.report, UUID.randomUUID(), manifest.epoch(), seq);
        }

        private void add(SealedItem item, String blob) {
            headers.add(item.header());
            items.add("{\"header\":\"" + SealedForm.text(item.header().encoded()) + "\",\"stanzas\":\""
                    + SealedForm.text(Stanza.concatenated(item.stanzas())) + "\",\"blob\":\"" + blob + "\"}");
        }
    }
}
