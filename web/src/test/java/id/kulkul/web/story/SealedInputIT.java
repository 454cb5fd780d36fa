package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.audit.CheckpointsId;
import id.kulkul.command.flood.FloodId;
import id.kulkul.command.loss.LossesId;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.SigningKey;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What no browser of ours sends to the doors for sealed things is refused with its code and leaves nothing behind. */
@Tag("page")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.UNCOVERED)
class SealedInputIT {
    private static final String OCTETS = "application/octet-stream";
    private static final String JSON = "application/json";

    private static Packaged program;
    private static Untouched office;
    private static Door door;
    private SealedForm form;

    @BeforeAll
    static void start(@Demonstration.Uncovered Packaged shared) throws Exception {
        program = shared;
        office = new Untouched(program);
        door = office.door();
    }

    @BeforeEach
    void begin() throws Exception {
        form = new SealedForm(program.home().resolve("keys"));
        office.measure();
    }

    private static Door.Answer send(SealedForm report) {
        return door.post("/lapor/tersegel", JSON, report.message().toString());
    }

    private void assertRefused(int status, String code) throws Exception {
        Door.Answer answer = send(form);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        office.assertUnchanged();
    }

    private void assertBroken(Consumer<SealedForm> bend) throws Exception {
        form = new SealedForm(program.home().resolve("keys"));
        bend.accept(form);
        assertRefused(422, "report/broken-submission");
    }

    @Test
    void the_same_report_again_is_acknowledged_again_and_another_of_its_case_is_not() throws Exception {
        assertThat(send(form).status()).isEqualTo(201);
        office.measure();
        assertThat(send(form).status()).isEqualTo(201);
        form.body(Manifest.EVERYBODY, 0, Origin.SENDER);
        assertThat(send(form).code()).isEqualTo("report/already");
        assertThat(office.now().events()).isEqualTo(office.before().events());
    }

    @Test
    void a_flipped_byte_anywhere_is_refused() throws Exception {
        for (int at : new int[] {0, 4, 13, 40, 62, 78, 86, 122, 140, 170, 200, 231})
            assertBroken(bent -> SealedForm.flip(bent.item(0), "header", at));
        assertBroken(bent -> SealedForm.flip(bent.item(0), "stanzas", 1185));
        assertBroken(bent -> SealedForm.flip(bent.item(0), "blob", 30));
        assertBroken(bent -> SealedForm.flip(bent.item(0), "blob", 5_000));
        assertBroken(bent -> SealedForm.flip(bent.message(), "signature", 63));
    }

    @Test
    void what_is_missing_of_another_kind_or_of_another_sender_is_refused() throws Exception {
        for (String field : List.of("report", "nonce", "items", "lookup", "sealing", "signing", "signature"))
            assertBroken(bent -> bent.message().remove(field));
        for (String field : List.of("report", "nonce", "items", "lookup", "sealing", "signing", "signature"))
            assertBroken(bent -> bent.message().putNull(field));
        assertBroken(bent -> bent.message().putArray("items").addNull());
        assertBroken(bent -> bent.message().putArray("exclude").addNull());
        assertThat(door.post("/lapor/tersegel", JSON, "null").code()).isEqualTo("report/broken-submission");
        assertBroken(bent -> bent.message().put("sealing", SealedForm.text(new byte[1216])));
        assertBroken(bent -> bent.body(Manifest.EVERYBODY, 1, Origin.SENDER));
        assertBroken(bent -> bent.body(Manifest.EVERYBODY, 0, Origin.SERVER));
        assertThat(door.post("/lapor/tersegel", JSON, "[").code()).isEqualTo("report/broken-submission");
        assertThat(door.post("/lapor/tersegel", JSON, "").code()).isEqualTo("report/broken-submission");
        assertThat(door.post("/lapor/tersegel", JSON, "\"" + "x".repeat(1_100_000) + "\"")
                        .code())
                .isEqualTo("page/too-large");
        office.assertUnchanged();
    }

    @Test
    void a_report_comes_under_its_own_id_and_under_no_other() throws Exception {
        for (UUID taken : everyOtherId()) {
            form = new SealedForm(program.home().resolve("keys")).under(taken);
            assertRefused(422, "report/wrong-id");
        }
        form = new SealedForm(program.home().resolve("keys"));
        form.message().put("nonce", Hex16.of(UUID.randomUUID()));
        assertRefused(422, "report/wrong-id");
        form = new SealedForm(program.home().resolve("keys"));
        form.message()
                .put("signing", SealedForm.text(SigningKey.random().verifying().bytes()));
        assertRefused(422, "report/wrong-id");
    }

    /**
     * Ids of people, channel, declared losses, floods, streams of checkpoints now and tomorrow, another report, and
     * nothing yet.
     */
    private List<UUID> everyOtherId() throws Exception {
        Manifest list = new SealedForm(program.home().resolve("keys")).manifest;
        List<UUID> ids = new ArrayList<>(List.of(list.scope(), list.tenant(), Hex16.ZERO, UUID.randomUUID()));
        list.members().forEach(member -> ids.add(member.person()));
        ids.add(LossesId.of(list.tenant()).value());
        ids.add(FloodId.of(list.tenant(), UUID.randomUUID(), ids).value());
        ids.add(Hex16.parse(Submitted.to(program).report()));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (LogName log : LogName.values()) {
            String origin = new LogOrigin(list.tenant(), log).text();
            for (LocalDate day : List.of(today, today.plusDays(1))) {
                ids.add(CheckpointsId.of(origin, day, 0).value());
                ids.add(CheckpointsId.of(origin, day, 1).value());
                ids.add(CheckpointsId.ofFirstForm(origin, day).value());
            }
        }
        office.measure();
        return ids;
    }

    @Test
    void an_item_number_or_a_look_up_key_that_is_taken_is_refused() throws Exception {
        assertBroken(SealedForm::identityAsBody);
        SealedForm standing = new SealedForm(program.home().resolve("keys"));
        assertThat(send(standing).status()).isEqualTo(201);
        office.measure();
        form.message().put("lookup", SealedForm.text(standing.keys.lookup()));
        Door.Answer answer = send(form);
        assertThat(answer.code()).isEqualTo("report/broken-submission");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(office.now().events()).isEqualTo(office.before().events());
        assertThat(Files.readString(program.output())).doesNotContain("StaleRow");
    }

    @Test
    void more_attachments_than_the_form_takes_are_refused() throws Exception {
        for (int i = 0; i < 5; i++) {
            form.attach(new byte[10]);
            put(form.address(), form.file());
        }
        Door.Answer answer = send(form);
        assertThat(answer.code()).isEqualTo("report/broken-submission");
        assertThat(office.now().events()).isEqualTo(office.before().events());
    }

    @Test
    void readers_must_be_those_whom_the_form_leaves() throws Exception {
        String first = Hex16.of(form.manifest.members().getFirst().person());
        assertBroken(bent -> bent.message().putArray("exclude").add(first));
        assertBroken(bent -> bent.message().putArray("exclude").add("head"));
        assertBroken(bent -> bent.body(1, 0, Origin.SENDER));
        form.message().putArray("exclude").add("nobody");
        assertRefused(422, "report/unknown-reader");
        form.message().putArray("exclude");
        form.message().put("category", "none-of-ours");
        assertRefused(422, "report/category-missing");
    }

    @Test
    void a_list_that_is_not_in_force_is_named_as_such() throws Exception {
        SealedForm.flip(form.item(0), "header", 100);
        assertRefused(409, "report/other-list");
    }

    @Test
    void an_attachment_must_have_come_whole_before_its_report() throws Exception {
        form.attach(new byte[70_000]);
        assertRefused(422, "report/attachment-missing");
        byte[] changed = form.file();
        changed[60] ^= 1;
        assertThat(put(form.address(), changed).code()).isEqualTo("upload/other-content");
        assertThat(put("/lapor/berkas/abc", form.file()).status()).isEqualTo(404);
        byte[] large = new byte[5 * 1024 * 1024 + 1];
        assertThat(put("/lapor/berkas/" + Digest.sha256(large).hex(), large).code())
                .isEqualTo("upload/attachment-too-large");
        office.assertUnchanged();
        assertThat(put(form.address(), form.file()).status()).isEqualTo(204);
        assertThat(put(form.address(), form.file()).status()).isEqualTo(204);
        assertThat(send(form).status()).isEqualTo(201);
    }

    /** Cut in its middle, by hanging up or by saying no more, and cut after its last byte where more was announced. */
    @Test
    void an_attachment_whose_connection_is_cut_leaves_nothing() throws Exception {
        form.attach(new byte[3_000_000]);
        byte[] file = form.file();
        cut(file.length, Arrays.copyOf(file, file.length / 2), false);
        cut(file.length, Arrays.copyOf(file, file.length - 1), true);
        cut(file.length + 1, file, false);
        assertRefused(422, "report/attachment-missing");
        assertThat(put(form.address(), file).status()).isEqualTo(204);
        assertThat(send(form).status()).isEqualTo(201);
    }

    private void cut(int announced, byte[] sent, boolean halfClosed) throws Exception {
        URI address = URI.create(program.url(form.address()));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String head = "PUT " + address.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + OCTETS
                    + "\r\nContent-Length: " + announced + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(sent);
            Patience.until(
                    "a draft is begun",
                    () -> office.now().blobs() > office.before().blobs());
            if (halfClosed) socket.shutdownOutput();
            if (halfClosed) office.assertUnchanged();
        }
        office.assertUnchanged();
    }

    private static Door.Answer put(String path, byte[] body) {
        return door.send(door.request(path).header("Content-Type", OCTETS).PUT(BodyPublishers.ofByteArray(body)));
    }
}
