package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.command.report.ReportId;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.query.report.ReportBoard;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What no checkpoint covers yet is answered like what does not exist, to everybody, and what is no question is refused.
 */
@Tag("page")
@Tag("mailbox")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.UNCOVERED)
class SealedQuestionsIT {
    private static final String OCTETS = "application/octet-stream";
    private static final String JSON = "application/json";

    private static Packaged program;
    private static Door door;
    private SealedForm form;

    @BeforeAll
    static void start(@Demonstration.Uncovered Packaged shared) {
        program = shared;
        door = new Door(program, "");
    }

    @BeforeEach
    void begin() throws Exception {
        form = new SealedForm(program.home().resolve("keys"));
    }

    private static Door.Answer send(SealedForm report) {
        return door.post("/lapor/tersegel", JSON, report.message().toString());
    }

    @Test
    void a_look_up_tells_an_uncovered_report_from_none_by_nothing() throws Exception {
        assertThat(send(form).status()).isEqualTo(201);
        byte[] known = form.keys.lookup();
        byte[] unknown = known.clone();
        unknown[31] ^= 1;
        for (Map.Entry<String, Integer> door :
                Map.of("/kotak/halaman", 32_768, "/kotak/bukti", 16_384).entrySet()) {
            List<Door.Answer> ones = Hands.together(2, () -> ask(door.getKey(), known, 0));
            List<Door.Answer> others = Hands.together(2, () -> ask(door.getKey(), unknown, 0));
            Door.Answer one = ones.getFirst();
            Door.Answer other = others.getFirst();
            assertThat(one.status()).isEqualTo(other.status()).isEqualTo(200);
            assertThat(headers(one)).isEqualTo(headers(other));
            assertThat(one.body()).hasSize(door.getValue());
            assertThat(other.body()).hasSize(door.getValue());
            assertThat(others.getLast().octets()).isEqualTo(other.octets());
            assertThat(ones.getLast().octets()).isEqualTo(one.octets());
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

    @Test
    void auditors_and_readers_are_told_of_an_uncovered_report_what_they_are_told_of_none() throws Exception {
        assertThat(send(form).status()).isEqualTo(201);
        String report = Hex16.of(form.report);
        Door auditor = Colleague.signIn(program, "auditor").door;
        for (String list : List.of("/audit", "/audit/kasus", "/audit/log/wbs/ekspor", "/audit/penyisihan"))
            assertNotNamed(auditor.get(list));
        for (String page : List.of("", "/saat", "/beda", "/beda/isi", "/ekspor"))
            assertAsUnknown(auditor, "/audit/kasus/%s" + page);
        assertThat(auditor.get("/audit/kasus/" + report + "/ekspor").code()).isEqualTo("audit/not-covered");
        Door reader = Colleague.signIn(program, "pemeriksa-1").door;
        assertNotNamed(reader.get("/kerja"));
        assertAsUnknown(reader, "/kerja/kasus/%s");
    }

    private void assertNotNamed(Door.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(Hex16.of(form.report), ReportBoard.number(new ReportId(form.report)));
    }

    private void assertAsUnknown(Door door, String page) {
        Door.Answer known = door.get(page.formatted(Hex16.of(form.report)));
        Door.Answer unknown = door.get(page.formatted(Hex16.of(UUID.randomUUID())));
        assertThat(known.status()).as(page).isEqualTo(404);
        assertThat(known.octets()).as(page).isEqualTo(unknown.octets());
        assertThat(headers(known)).isEqualTo(headers(unknown));
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
