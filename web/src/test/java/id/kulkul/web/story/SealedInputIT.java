package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.keys.Manifest;
import id.kulkul.crypto.seal.Digest;
import id.kulkul.crypto.seal.Hex16;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.SigningKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no browser of ours sends to the doors for sealed things is refused with its code and leaves nothing behind. */
class SealedInputIT {
    private static final String OCTETS = "application/octet-stream";
    private static final String JSON = "application/json";

    @TempDir
    static Path temporary;

    private static Packaged program;
    private static Door door;
    private SealedForm form;
    private Footprint before;

    /** The mark is far away, so that reports stay uncovered. */
    @BeforeAll
    static void start() {
        program = new Packaged(temporary.resolve("home"), "--kulkul.demo=true", "--kulkul.marks.wbs=1h");
        door = new Door(program, "");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void begin() throws Exception {
        form = new SealedForm(program.home().resolve("keys"));
        before = Footprint.of(program.home());
    }

    private static Door.Answer send(SealedForm report) {
        return door.post("/lapor/tersegel", JSON, report.message().toString());
    }

    private void assertRefused(int status, String code) throws Exception {
        Door.Answer answer = send(form);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertUnchanged();
    }

    private void assertBroken(Consumer<SealedForm> bend) throws Exception {
        form = new SealedForm(program.home().resolve("keys"));
        bend.accept(form);
        assertRefused(422, "report/broken-submission");
    }

    private void assertUnchanged() throws Exception {
        for (int i = 0; i < 30 && !Footprint.of(program.home()).equals(before); i++) TimeUnit.MILLISECONDS.sleep(100);
        assertThat(Footprint.of(program.home())).isEqualTo(before);
    }

    @Test
    void the_same_report_again_is_acknowledged_again_and_another_of_its_case_is_not() throws Exception {
        assertThat(send(form).status()).isEqualTo(201);
        before = Footprint.of(program.home());
        assertThat(send(form).status()).isEqualTo(201);
        form.body(Manifest.EVERYBODY, 0, Origin.SENDER);
        assertThat(send(form).code()).isEqualTo("report/already");
        assertThat(Footprint.of(program.home()).events()).isEqualTo(before.events());
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
        for (String field : List.of("report", "items", "lookup", "sealing", "signing", "signature"))
            assertBroken(bent -> bent.message().remove(field));
        for (String field : List.of("report", "items", "lookup", "sealing", "signing", "signature"))
            assertBroken(bent -> bent.message().putNull(field));
        assertBroken(bent -> bent.message().putArray("items").addNull());
        assertBroken(bent -> bent.message().put("report", Hex16.of(Hex16.ZERO)));
        assertBroken(bent -> bent.message().put("sealing", SealedForm.text(new byte[1216])));
        assertBroken(bent -> bent.message()
                .put("signing", SealedForm.text(SigningKey.random().verifying().bytes())));
        assertBroken(bent -> bent.body(Manifest.EVERYBODY, 1, Origin.SENDER));
        assertBroken(bent -> bent.body(Manifest.EVERYBODY, 0, Origin.SERVER));
        assertThat(door.post("/lapor/tersegel", JSON, "[").code()).isEqualTo("report/broken-submission");
        assertThat(door.post("/lapor/tersegel", JSON, "").code()).isEqualTo("report/broken-submission");
        assertThat(door.post("/lapor/tersegel", JSON, "\"" + "x".repeat(1_100_000) + "\"")
                        .code())
                .isEqualTo("page/too-large");
        assertUnchanged();
    }

    @Test
    void readers_must_be_those_whom_the_form_leaves() throws Exception {
        String first = Hex16.of(form.manifest.members().getFirst().person());
        assertBroken(bent -> bent.message().putArray("exclude").add(first));
        assertBroken(bent -> bent.body(1, 0, Origin.SENDER));
        form.message().putArray("exclude").add("nobody");
        assertRefused(422, "report/unknown-reader");
        form.message().putArray("exclude").add("head");
        assertRefused(422, "report/no-reader-left");
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
        assertThat(put(form.address(), changed).code()).isEqualTo("report/other-content");
        assertThat(put("/lapor/berkas/abc", form.file()).status()).isEqualTo(404);
        byte[] large = new byte[74 * 1024 * 1024];
        assertThat(put("/lapor/berkas/" + Digest.sha256(large).hex(), large).code())
                .isEqualTo("report/attachment-too-large");
        assertUnchanged();
        assertThat(put(form.address(), form.file()).status()).isEqualTo(204);
        assertThat(put(form.address(), form.file()).status()).isEqualTo(204);
        assertThat(send(form).status()).isEqualTo(201);
    }

    private static Door.Answer put(String path, byte[] body) {
        return door.send(door.request(path).header("Content-Type", OCTETS).PUT(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void a_look_up_tells_an_uncovered_report_from_none_by_nothing() {
        assertThat(send(form).status()).isEqualTo(201);
        byte[] known = form.keys.lookup();
        byte[] unknown = known.clone();
        unknown[31] ^= 1;
        for (Map.Entry<String, Integer> door :
                Map.of("/kotak/halaman", 32_768, "/kotak/bukti", 16_384).entrySet()) {
            Door.Answer one = ask(door.getKey(), known, 0);
            Door.Answer other = ask(door.getKey(), unknown, 0);
            assertThat(one.status()).isEqualTo(other.status()).isEqualTo(200);
            assertThat(headers(one)).isEqualTo(headers(other));
            assertThat(one.body()).hasSize(door.getValue());
            assertThat(other.body()).hasSize(door.getValue());
            assertThat(ask(door.getKey(), unknown, 0).octets()).isEqualTo(other.octets());
            assertThat(ask(door.getKey(), known, 0).octets()).isEqualTo(one.octets());
        }
        assertThat(ask("/kotak/halaman", known, 65_535).body()).hasSize(32_768);
        assertThat(ask("/kotak/bukti", known, 0).octets())
                .isEqualTo(ask("/kotak/bukti", unknown, 0).octets());
    }

    @Test
    void an_answer_to_an_uncovered_report_and_to_none_are_told_the_same() {
        assertThat(send(form).status()).isEqualTo(201);
        byte[] unknown = form.keys.lookup();
        unknown[0] ^= 1;
        String known = reply(form.keys.lookup()).text();
        assertThat(known)
                .hasSize(1024)
                .contains("mailbox/nothing-here")
                .isEqualTo(reply(unknown).text());
    }

    private Door.Answer reply(byte[] lookup) {
        String item = form.item(0).toString();
        String json = "{\"lookup\":\"" + SealedForm.text(lookup) + "\",\"items\":[" + item + "],\"signature\":\""
                + form.message().get("signature").asText() + "\"}";
        Door.Answer answer = door.post("/kotak/tersegel", JSON, json);
        for (int i = 0; i < 10 && answer.text().contains("mailbox/busy"); i++)
            answer = door.post("/kotak/tersegel", JSON, json);
        return answer;
    }

    @Test
    void a_question_of_another_length_or_form_is_refused() {
        assertThat(door.post("/kotak/halaman", OCTETS, "kurang").code()).isEqualTo("page/unreadable");
        assertThat(door.post("/kotak/bukti", OCTETS, "").code()).isEqualTo("page/unreadable");
        assertThat(door.post("/kotak/tersegel", JSON, "{}").code()).isEqualTo("page/unreadable");
        assertThat(door.post("/kotak/tersegel", JSON, "null").code()).isEqualTo("page/unreadable");
        assertThat(door.post("/kotak/tersegel", JSON, "x".repeat(300_000)).code())
                .isEqualTo("page/too-large");
    }

    /** Asks again while the server is too busy, which it says with zeros or one word. */
    private static Door.Answer ask(String path, byte[] lookup, int page) {
        byte[] question =
                ByteBuffer.allocate(34).put(lookup).putShort((short) page).array();
        Door.Answer answer = door.post(path, OCTETS, BodyPublishers.ofByteArray(question));
        for (int i = 0;
                i < 10 && (answer.text().startsWith("\0\0\0\0") || answer.text().contains("busy"));
                i++) answer = door.post(path, OCTETS, BodyPublishers.ofByteArray(question));
        return answer;
    }

    private static Map<String, List<String>> headers(Door.Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
