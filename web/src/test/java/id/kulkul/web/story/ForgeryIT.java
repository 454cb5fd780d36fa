package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.seal.Parcel;
import id.kulkul.crypto.seal.Recipients;
import id.kulkul.crypto.seal.Stanza;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Staff and reporters who send what no honest browser sends are told so by a code, and no history, vault or blob store
 * has it afterwards.
 */
@Tag("page")
@Tag("staff")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.QUIET)
class ForgeryIT {
    private static final String ASK = "ASK_REPORTER";

    private static Packaged program;
    private static Door anybody;
    private static Colleague ani;
    private static Submitted report;

    @BeforeAll
    static void start(@Demonstration.Quiet Packaged shared) throws Exception {
        program = shared;
        anybody = new Door(program, "");
        ani = Colleague.signIn(program, "pemeriksa-1");
        report = Submitted.to(program);
        ani.awaits(report.report());
        assertThat(ani.door
                        .fields("/kerja/kasus/" + report.report() + "/tindakan", "act", "ACKNOWLEDGE")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void every_changed_byte_of_a_header_but_its_random_id_is_refused_and_nothing_kept() throws Exception {
        Parcel parcel = ani.message(report.report(), "Pesan rekaan.");
        byte[] header = parcel.header().encoded();
        byte[] item = Hex16.bytes(parcel.header().context().item());
        int at = header.length;
        for (int i = 0; i + item.length <= header.length; i++)
            if (Arrays.equals(Arrays.copyOfRange(header, i, i + item.length), item)) at = i;
        Footprint before = Footprint.of(program.home());
        for (int i = 0; i < header.length; i++) {
            if (i >= at && i < at + item.length) continue;
            byte[] changed = header.clone();
            changed[i] ^= 1;
            Door.Answer answer = ani.send(report.report(), ASK, changed, Colleague.stanzas(parcel), parcel.blob());
            assertThat(answer.code()).as("byte " + i).isIn("staff/broken-message", "reports/sequence-gap");
        }
        assertThat(Footprint.of(program.home())).isEqualTo(before);
    }

    @Test
    void a_message_that_is_not_whole_or_not_for_exactly_its_readers_is_refused() throws Exception {
        Parcel parcel = ani.message(report.report(), "Pesan rekaan.");
        byte[] header = parcel.header().encoded();
        byte[] stanzas = Colleague.stanzas(parcel);
        Footprint before = Footprint.of(program.home());
        assertBroken(ani.send(report.report(), ASK, header, flipped(stanzas, 700), parcel.blob()));
        assertBroken(ani.send(report.report(), ASK, header, stanzas, flipped(parcel.blob(), 100)));
        assertBroken(ani.send(report.report(), ASK, header, stanzas, new byte[0]));
        assertBroken(ani.send(report.report(), ASK, header, Arrays.copyOf(stanzas, Stanza.SIZE), parcel.blob()));
        assertBroken(ani.send(report.report(), ASK, new byte[0], stanzas, parcel.blob()));
        Recipients all = ani.audience(ani.form(report.report()));
        Recipients fewer = new Recipients(
                all.manifest(),
                all.group(),
                all.recipients().subList(1, all.recipients().size()));
        assertBroken(ani.send(report.report(), ASK, ani.message(report.report(), fewer, 0, "Pesan rekaan.")));
        String other = Submitted.to(program).report();
        Footprint withOther = Footprint.of(program.home());
        assertBroken(ani.send(report.report(), ASK, ani.message(other, all, 0, "Pesan rekaan.")));
        assertThat(Footprint.of(program.home())).isEqualTo(withOther);
        assertThat(withOther.events()).isEqualTo(before.events() + 1);
    }

    @Test
    void an_unknown_act_or_code_or_a_form_of_nothing_gets_a_code() throws Exception {
        Footprint before = Footprint.of(program.home());
        String address = "/kerja/kasus/" + report.report();
        Parcel parcel = ani.message(report.report(), "Pesan rekaan.");
        assertThat(ani.send(report.report(), "BURN", parcel).code()).isEqualTo("staff/refused");
        assertThat(ani.send(report.report(), "DECLINE", parcel).code()).isEqualTo("staff/refused");
        assertThat(ani.send(report.report(), "CLOSE", parcel).code()).isEqualTo("staff/refused");
        for (String odd : List.of("{}", "{\"items\":[null]}", "{\"act\":null,\"items\":[{}]}"))
            assertThat(ani.door
                            .post(address + "/pesan", "application/json", odd)
                            .status())
                    .isIn(400, 422);
        for (String odd : List.of("", "null", "[", "{\"items\":7}"))
            assertThat(ani.door
                            .post(address + "/pesan", "application/json", odd)
                            .code())
                    .isEqualTo("page/unreadable");
        assertThat(ani.door.fields(address + "/tindakan", "act", "BURN").code()).isEqualTo("staff/refused");
        assertThat(ani.door
                        .fields(address + "/tindakan", "act", "CLOSE", "code", "X")
                        .code())
                .isEqualTo("staff/refused");
        assertThat(ani.door
                        .fields(address + "/tindakan", "act", "CONFIRM_FINDINGS")
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("?refused=reports/wrong-stage"));
        assertThat(ani.door.get(address + "?refused=reports/wrong-stage").text())
                .contains("Belum tersimpan", "Yang terakhir:");
        assertThat(ani.door.get(address + "?refused=zz&done=%3Cb%3E").text())
                .doesNotContain("Belum tersimpan", "&lt;b");
        assertThat(Footprint.of(program.home())).isEqualTo(before);
    }

    @Test
    void a_message_is_taken_once() throws Exception {
        String own = acknowledged();
        Parcel parcel = ani.message(own, "Pesan rekaan.");
        assertThat(ani.send(own, ASK, parcel).status()).isEqualTo(204);
        Footprint once = Footprint.of(program.home());
        assertThat(ani.send(own, ASK, parcel).code()).isEqualTo("reports/item-already-received");
        assertThat(Footprint.of(program.home())).isEqualTo(once);
    }

    @Test
    void nothing_is_kept_of_a_note_that_agrees_with_findings_unread() throws Exception {
        String own = acknowledged();
        Colleague budi = Colleague.signIn(program, "pemeriksa-2");
        ani.door.fields("/kerja/kasus/" + own + "/tindakan", "act", "START_INVESTIGATION");
        assertThat(ani.send(own, "DRAFT_FINDINGS", "SUBSTANTIATED", ani.note(own, "Hasil rekaan."))
                        .status())
                .isEqualTo(204);
        Parcel agreeing = budi.note(own, "Setuju, rekaan.");
        Footprint before = Footprint.of(program.home());
        assertThat(budi.send(own, "CONFIRM_FINDINGS", agreeing).code()).isEqualTo("reports/findings-unread");
        assertThat(Footprint.of(program.home())).isEqualTo(before);
        budi.opens(own, budi.items(own).getLast());
        assertThat(budi.send(own, "CONFIRM_FINDINGS", agreeing).status()).isEqualTo(204);
    }

    @Test
    void a_reply_cannot_touch_another_item_and_counts_once_however_often_it_is_sent() throws Exception {
        Submitted other = Submitted.to(program);
        ani.awaits(other.report());
        String victim = ani.items(other.report()).getFirst();
        ani.opens(other.report(), victim);
        awaitCovered(report);
        List<Door.Answer> answers = Hands.together(
                4,
                () -> anybody.fields(
                        "/kotak/jawab", "receipt", report.receipt(), "item", victim, "reply", "Jawaban rekaan."));
        for (Door.Answer answer : answers) assertThat(answer.status()).isEqualTo(200);
        ani.awaits(Submitted.to(program).report()); // what was accepted before a report stands on the desk before it
        List<String> items = ani.items(report.report());
        assertThat(items).hasSize(2);
        ani.opens(report.report(), items.getLast());
        ani.opens(other.report(), victim);
    }

    @Test
    void whoever_has_no_business_with_a_case_learns_nothing_of_it() throws Exception {
        String address = "/kerja/kasus/" + report.report();
        for (String name : List.of("penjaga-1", "auditor", "administrator"))
            assertThat(Colleague.signIn(program, name).door.get(address).code()).isEqualTo("staff/not-yours");
        assertThat(anybody.get(address).code()).isEqualTo("staff/sign-in-first");
        assertThat(anybody.post(address + "/pesan", "application/json", "{}").code())
                .isEqualTo("staff/sign-in-first");
        String secret = FormCase.secret();
        String person = Hex16.of(ani.person);
        String hidden = FormCase.of(program, secret, "corruption", "Rekaan.", "", "", person);
        assertThat(anybody.report("secret", secret, "category", "corruption", "body", "Rekaan.", "exclude", person)
                        .status())
                .isEqualTo(200);
        Colleague budi = Colleague.signIn(program, "pemeriksa-2");
        budi.awaits(hidden);
        String unknown = Hex16.of(UUID.randomUUID());
        assertThat(ani.door.get("/kerja").text()).doesNotContain(hidden);
        assertThat(ani.door.get("/kerja/kasus/" + hidden).body())
                .isEqualTo(ani.door.get("/kerja/kasus/" + unknown).body());
        for (String act : List.of("ACKNOWLEDGE", "START_INVESTIGATION")) {
            Door.Answer refused = ani.door.fields("/kerja/kasus/" + hidden + "/tindakan", "act", act);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.body())
                    .isEqualTo(ani.door
                            .fields("/kerja/kasus/" + unknown + "/tindakan", "act", act)
                            .body());
        }
    }

    @Test
    void a_wrong_proof_and_an_unknown_name_look_alike() throws Exception {
        String known = "{\"name\":\"auditor\",\"auth\":\"" + "A".repeat(43) + "\"}";
        Door.Answer wrong = anybody.post("/masuk", "application/json", known);
        assertThat(wrong.code()).isEqualTo("staff/wrong-name-or-passphrase");
        assertThat(anybody.post("/masuk", "application/json", known.replace("auditor", "tidak-ada"))
                        .body())
                .isEqualTo(wrong.body());
        String salt = challenge("tidak-ada");
        assertThat(challenge("Tidak-Ada ")).isEqualTo(salt);
        assertThat(challenge("lain")).isNotEqualTo(salt);
        assertThat(salt.replaceAll("\"salt\":\"[A-Za-z0-9_-]{22}\"", ""))
                .isEqualTo(challenge("auditor").replaceAll("\"salt\":\"[A-Za-z0-9_-]{22}\"", ""));
        for (String odd : List.of("{}", "{\"name\":null}", "{\"name\":\"auditor\"}"))
            assertThat(anybody.post("/masuk", "application/json", odd).body()).isEqualTo(wrong.body());
        for (String odd : List.of("", "null", "[", "[]"))
            assertThat(anybody.post("/masuk", "application/json", odd).code()).isEqualTo("page/unreadable");
    }

    private static String challenge(String name) {
        String answer = anybody.post("/masuk/tantangan", "application/json", "{\"name\":\"" + name + "\"}")
                .text();
        return Arrays.stream(answer.replaceAll("[{}]", "").split(","))
                .sorted()
                .toList()
                .toString();
    }

    private static String acknowledged() throws Exception {
        Submitted fresh = Submitted.to(program);
        ani.awaits(fresh.report());
        ani.door.fields("/kerja/kasus/" + fresh.report() + "/tindakan", "act", "ACKNOWLEDGE");
        return fresh.report();
    }

    private static void awaitCovered(Submitted submitted) throws Exception {
        Patience.until(
                "a checkpoint covers the report",
                () -> submitted.mailbox(program).contains("name=\"reply\""));
    }

    private static void assertBroken(Door.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("staff/broken-message");
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }
}
