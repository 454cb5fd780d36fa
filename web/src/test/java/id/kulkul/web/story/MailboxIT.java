package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Whoever types a receipt learns nothing from an answer's status, headers, length or text but what the receipt opens.
 */
@Tag("page")
@Tag("mailbox")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.UNCOVERED)
@Isolated("It compares answers that the program may refuse when it is busy")
class MailboxIT {
    private static final int SIZE = 57_344;
    private static final int HANDS = 20;
    private static final int FLOOD = 150;

    private static Packaged program;
    private static Door door;

    @BeforeAll
    static void start(@Demonstration.Uncovered Packaged shared) {
        program = shared;
        door = new Door(program, "");
    }

    @Test
    void an_uncovered_report_is_answered_like_any_wrong_digit() throws Exception {
        String digits = Submitted.to(program).receipt().replace(" ", "");
        Door.Answer known = look(digits);
        List<Future<Door.Answer>> answers = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            for (int i = 0; i < digits.length(); i++) {
                String wrong = withWrongDigit(digits, i);
                answers.add(hands.submit(() -> look(wrong)));
            }
        }
        for (int i = 0; i < digits.length(); i++)
            assertEqual(answers.get(i).get(), withWrongDigit(digits, i), known, digits);
        assertEqual(look("1".repeat(40)), "1".repeat(40), known, digits);
        Door.Answer proof = door.fields("/kotak/bukti", "receipt", digits);
        Door.Answer none = door.fields("/kotak/bukti", "receipt", withWrongDigit(digits, 7));
        assertThat(proof.body()).hasSize(16_384).isEqualTo(none.body());
        assertThat(headers(proof)).isEqualTo(headers(none));
    }

    @Test
    void an_answer_to_an_uncovered_report_and_to_none_are_the_same() throws Exception {
        String digits = Submitted.to(program).receipt().replace(" ", "");
        String wrong = withWrongDigit(digits, 3);
        Door.Answer known = door.fields("/kotak/jawab", "receipt", digits, "item", "0", "reply", "Jawaban rekaan.");
        Door.Answer unknown = door.fields("/kotak/jawab", "receipt", wrong, "item", "0", "reply", "Jawaban rekaan.");
        assertEqual(unknown, wrong, known, digits);
    }

    @Test
    void an_answer_with_files_to_an_uncovered_report_and_to_none_are_the_same_and_both_files_are_kept()
            throws Exception {
        String digits = Submitted.to(program).receipt().replace(" ", "");
        String wrong = withWrongDigit(digits, 3);
        Footprint before = Footprint.of(program.home());
        Door.Answer known = withFile(digits);
        Footprint between = Footprint.of(program.home());
        Door.Answer unknown = withFile(wrong);
        Footprint after = Footprint.of(program.home());
        assertEqual(unknown, wrong, known, digits);
        assertThat(known.text()).contains("Lampiran harus dipilih lagi.");
        assertThat(between.blobs() - before.blobs()).isEqualTo(after.blobs() - between.blobs());
    }

    private static Door.Answer withFile(String digits) {
        return door.post(
                "/kotak/jawab",
                Door.MULTIPART,
                Door.parts("receipt", digits, "item", "0", "reply", "Jawaban rekaan.")
                        + Door.file("foto.txt", "Foto rekaan")
                        + Door.END);
    }

    @Test
    void an_answer_that_is_not_sent_comes_back_whole_or_names_the_words_that_are_missing() {
        for (String whole : List.of("a".repeat(9_000), "\ud83e\uddfe".repeat(5_001))) {
            Door.Answer answer = door.fields("/kotak/jawab", "receipt", "1".repeat(40), "item", "0", "reply", whole);
            assertThat(answer.body()).hasSize(SIZE);
            assertThat(answer.text()).contains(">" + whole + "</textarea>");
        }
        String words = IntStream.range(10_000, 15_000).mapToObj(i -> "kata" + i).collect(Collectors.joining(" "));
        String answer = door.fields("/kotak/jawab", "receipt", "1".repeat(40), "item", "0", "reply", words)
                .text();
        int begin = answer.indexOf("kata10000 kata10001 kata10002");
        int kept = answer.indexOf("</textarea>", begin) - begin;
        assertThat(kept).isPositive().isLessThan(words.length());
        assertThat(answer).contains("Akhirnya terpotong, mulai dari kata:", ">" + words.substring(kept, kept + 59));
    }

    @Test
    void the_same_invalid_receipt_gets_the_same_bytes_and_what_was_typed_never_as_script() throws Exception {
        for (String typed : List.of("", "bukan tanda terima", "\"><script>alert(1)</script>", "\"".repeat(1_000))) {
            List<Door.Answer> twice = Hands.together(2, () -> look(typed));
            Door.Answer first = twice.getFirst();
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.body()).hasSize(SIZE).isEqualTo(twice.getLast().body());
            assertThat(first.text()).contains("id=\"greeting\"").doesNotContain("<script");
        }
    }

    @Test
    void a_flood_of_look_ups_is_answered_and_hinders_no_report() throws Exception {
        List<Future<Door.Answer>> answers = new ArrayList<>();
        List<Future<Door.Answer>> looks = new ArrayList<>();
        Future<Submitted> honest;
        try (ExecutorService hands = Executors.newFixedThreadPool(2 * FLOOD + 1)) {
            for (int i = 0; i < FLOOD; i++)
                looks.add(hands.submit(() -> door.fields("/kotak", "receipt", "\"'<&>@receipt@\u00e9")));
            IntStream.range(0, FLOOD)
                    .forEach(i -> answers.add(hands.submit(() -> door.fields(
                            "/kotak/jawab",
                            "receipt",
                            "\"".repeat(i * 40),
                            "item",
                            "&".repeat(3_000),
                            "reply",
                            "\"".repeat(7_000)))));
            honest = hands.submit(() -> Submitted.to(program));
        }
        int busy = 0;
        for (Future<Door.Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(answer.get().body()).hasSize(SIZE);
            if (Patience.isAskedFor(answer.get().text())) busy++;
        }
        assertThat(busy).isPositive();
        for (Future<Door.Answer> look : looks) {
            assertThat(look.get().body()).hasSize(SIZE);
            assertThat(look.get().text()).contains("&quot;&#39;&lt;&amp;&gt;@receipt@\u00e9");
        }
        assertThat(honest.get().receipt()).isNotBlank();
        Patience.until(
                "the mailbox is free again",
                () -> !Patience.isAskedFor(door.fields("/kotak", "receipt", "").text()));
    }

    private static Door.Answer look(String receipt) {
        Door.Answer answer = door.fields("/kotak", "receipt", receipt);
        for (int i = 0; i < 15 && Patience.isAskedFor(answer.text()); i++)
            answer = door.fields("/kotak", "receipt", receipt);
        return answer;
    }

    private static void assertEqual(Door.Answer one, String typed, Door.Answer other, String otherTyped) {
        assertThat(one.status()).isEqualTo(other.status()).isEqualTo(200);
        assertThat(headers(one)).isEqualTo(headers(other));
        assertThat(one.body()).hasSize(SIZE);
        assertThat(neutral(one, typed)).isEqualTo(neutral(other, otherTyped));
    }

    /**
     * The page without its greeting and its receipt, without what the digits say of themselves (anybody can compute
     * it), and without the padding that makes up for their lengths.
     */
    private static String neutral(Door.Answer answer, String typed) {
        return answer.text()
                .replace(typed, "RECEIPT")
                .replaceFirst("<strong lang=\"id\"[^>]*>[^<]*</strong>", "GREETING")
                .replaceFirst("<!-- *-->\\s*$", "")
                .replaceFirst(
                        "<p>Cocok dengan catatan Anda[^<]*</p>|<div id=\"salah-ketik\">[\\s\\S]*?</form>\\s*</div>",
                        "CHECK")
                .replaceFirst("<p>Kotak terisi[^<]*</p>", "")
                .replaceFirst(
                        "<form method=\"post\" action=\"/kotak\">(?:(?!</form>)[\\s\\S])*Perbarui[\\s\\S]*?</form>", "")
                .replaceFirst("<p class=\"lead\">Belum ada kabar[^<]*</p>", "")
                .replaceAll("\\s+", " ");
    }

    private static Map<String, List<String>> headers(Door.Answer answer) {
        Map<String, List<String>> headers =
                new java.util.TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private static String withWrongDigit(String digits, int at) {
        char wrong = (char) ('0' + (digits.charAt(at) - '0' + 1) % 10);
        return digits.substring(0, at) + wrong + digits.substring(at + 1);
    }
}
