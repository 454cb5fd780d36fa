package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.web.report.ReceiptPage;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is not the form that was served gets a stable answer, keeps what was typed, and leaves nothing behind. */
@Tag("page")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.UNCOVERED)
class BadFormIT {

    private Untouched office;
    private Door door;

    @BeforeEach
    void measure(@Demonstration.Uncovered Packaged program) throws Exception {
        office = new Untouched(program);
        door = office.door();
    }

    @Test
    void a_form_that_is_cut_off_or_framed_otherwise_is_refused() throws Exception {
        String whole = Door.parts(FormCase.WHOLE) + Door.file("a.txt", "rekaan");
        office.assertRefused(door.post("/lapor", Door.MULTIPART, whole), 400, "tidak utuh");
        office.assertRefused(door.post("/lapor", Door.MULTIPART, whole.substring(0, 150)), 400, "tidak utuh");
        office.assertRefused(
                door.post("/lapor", "multipart/form-data; boundary=lain", whole + Door.END), 400, "tidak utuh");
        office.assertRefused(door.post("/lapor", "multipart/form-data", whole + Door.END), 400, "tidak utuh");
    }

    @Test
    void a_body_that_lies_about_its_length_leaves_nothing() throws Exception {
        String cut = Door.parts(FormCase.WHOLE) + Door.file("a.txt", "rekaan");
        String head = "POST /lapor HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + Door.MULTIPART
                + "\r\nContent-Length: ";
        door.raw(head + (cut.length() + 1_000_000) + "\r\n\r\n" + cut, true);
        String shorter = door.raw(head + (cut.length() - 40) + "\r\n\r\n" + cut + Door.END, false);
        assertThat(shorter).contains("400 Bad Request").contains("tidak utuh");
        assertThat(door.raw(head + "-5\r\n\r\n" + cut + Door.END, false)).contains("400 Bad Request");
        office.assertUnchanged();
    }

    @Test
    void fields_that_the_form_does_not_have_or_has_once_are_refused() throws Exception {
        office.assertRefused(
                door.report("category", "corruption", "body", FormCase.TEXT, "admin", "1"), 400, "tidak utuh");
        office.assertRefused(
                door.report("body", FormCase.TEXT, "body", "lain", "category", "corruption"), 400, "tidak utuh");
        office.assertRefused(
                door.report("secret", "00".repeat(32), "category", "corruption", "body", FormCase.TEXT),
                400,
                "tidak utuh");
        String[] many = IntStream.range(0, 10_000)
                .boxed()
                .flatMap(i -> Stream.of("field" + i, "x"))
                .toArray(String[]::new);
        office.assertRefused(door.report(many), 400, "tidak utuh");
        assertThat(door.fields("/kotak", many).code()).isEqualTo("page/too-large");
        office.assertUnchanged();
    }

    @Test
    void a_report_posted_twice_is_stored_once_and_has_one_receipt() throws Exception {
        String[] form = {"secret", FormCase.secret(), "category", "corruption", "body", FormCase.TEXT};
        String receipt = receipt(door.report(form));
        office.measure();
        Door.Answer again = door.report(form);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("id=\"again\"").contains("tidak disimpan dua kali");
        assertThat(receipt(again)).isEqualTo(receipt);
        String withFile = Door.parts(form) + Door.file("a.txt", "rekaan") + Door.END;
        assertThat(receipt(door.post("/lapor", Door.MULTIPART, withFile))).isEqualTo(receipt);
        office.assertUnchanged();
    }

    @Test
    void two_people_who_send_the_same_saved_page_have_two_receipts() {
        String secret = FormCase.secret();
        Set<String> receipts = new HashSet<>();
        String[] typed = {"secret", secret, "category", "corruption", "body", FormCase.TEXT};
        receipts.add(receipt(door.report(typed)));
        receipts.add(receipt(door.report("secret", secret, "category", "corruption", "body", FormCase.TEXT + ".")));
        receipts.add(receipt(door.report("secret", secret, "category", "bribery", "body", FormCase.TEXT)));
        for (String field : List.of("identityName", "identityContact"))
            receipts.add(receipt(
                    door.report("secret", secret, "category", "corruption", "body", FormCase.TEXT, field, "x")));
        assertThat(receipts).hasSize(5);
    }

    @Test
    void a_report_posted_six_times_at_once_has_one_receipt() throws Exception {
        String[] form = {"secret", FormCase.secret(), "category", "corruption", "body", FormCase.TEXT};
        List<Door.Answer> answers = Hands.together(6, () -> door.report(form));
        assertThat(answers.stream().map(BadFormIT::receipt)).hasSize(6).containsOnly(receipt(answers.getFirst()));
        assertThat(answers.stream().filter(answer -> answer.text().contains("id=\"again\"")))
                .hasSize(5);
        assertThat(office.now().events()).isEqualTo(office.before().events() + 1);
    }

    @Test
    void what_is_missing_or_too_long_is_named_and_everything_typed_is_kept() throws Exception {
        Door.Answer missing = door.report("identityName", "Nama rekaan", "body", "");
        office.assertRefused(missing, 422, "Pilih tentang apa");
        assertThat(missing.text()).contains("Tulis apa yang terjadi").contains("Nama rekaan");
        String longText = "x".repeat(20_001);
        Door.Answer tooLong = door.report("category", "corruption", "body", longText);
        office.assertRefused(tooLong, 422, "paling banyak 20.000");
        assertThat(tooLong.text()).contains(longText);
        Door.Answer script = door.report("body", "<script>alert('x')</script>");
        assertThat(script.text()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void what_only_looks_empty_is_empty_and_what_is_too_long_is_told_by_how_much() throws Exception {
        String invisible = "\u00a0\u200b\ufeff\r\n";
        office.assertRefused(door.report("category", "corruption", "body", invisible), 422, "Tulis apa yang terjadi");
        Door.Answer tooLong = door.report("category", "corruption", "body", "\ud83e\uddfe".repeat(20_003) + "\r\n");
        office.assertRefused(tooLong, 422, "lebih 3 huruf");
        assertThat(door.report("body", "nol\u0000nol").text()).contains("nol\ufffdnol");
    }

    @Test
    void nobody_can_be_left_out_who_is_not_there() throws Exception {
        for (String odd : List.of("zz", "0".repeat(32), "../head", ""))
            office.assertRefused(
                    door.report("category", "corruption", "body", FormCase.TEXT, "exclude", odd),
                    422,
                    "orang tidak dikenal");
    }

    @Test
    void a_part_without_a_name_is_no_form_and_nothing_that_the_log_would_tell() throws Exception {
        long told = Files.size(office.program().output());
        String nameless = "--" + Door.BOUNDARY + "\r\nContent-Disposition: form-data\r\n\r\na\r\n";
        office.assertRefused(door.post("/lapor", Door.MULTIPART, nameless + Door.END), 400, "tidak utuh");
        assertThat(Files.size(office.program().output())).isEqualTo(told);
    }

    @Test
    void a_field_is_held_as_far_as_its_name_allows_and_the_rest_is_told() throws Exception {
        String beginning = "Awal cerita rekaan. ";
        Door.Answer cut = door.report("category", "corruption", "body", beginning + "x".repeat(300_000));
        office.assertRefused(cut, 422, "Hanya bagian awalnya");
        assertThat(cut.text()).contains(beginning);
        office.assertRefused(
                door.report("category", "corruption", "body", FormCase.TEXT, "exclude", "a".repeat(200_000)),
                422,
                "orang tidak dikenal");
        office.assertRefused(
                door.report("category", "c".repeat(200_000), "body", FormCase.TEXT), 422, "Pilih tentang apa");
        office.assertRefused(
                door.report("category", "corruption", "body", FormCase.TEXT, "identityName", "N".repeat(5_000)),
                422,
                "paling banyak 300");
    }

    private static String receipt(Door.Answer answer) {
        return ReceiptPage.digits(answer.text());
    }
}
