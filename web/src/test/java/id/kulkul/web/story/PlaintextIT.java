package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.web.report.ReceiptPage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that a reporter wrote, or was given, or is known by, lies readable in any file of the program.
 *
 * <p>A program of its own: everything that it wrote is read.
 */
@Tag("page")
@Tag("report")
class PlaintextIT {

    @TempDir
    static Path temporary;

    private final Map<String, String> markers = new LinkedHashMap<>();

    @Test
    void no_file_of_the_program_holds_what_a_reporter_wrote() throws Exception {
        try (Packaged program = new Packaged(
                Unpacked.notAtAll(), temporary.resolve("home"), "--kulkul.demo=true", "--kulkul.marks.wbs=2s")) {
            Door door = new Door(program, "");
            String secret = FormCase.secret();
            markers.put("secret of the form", secret);
            Door.Answer receipted = submit(door, secret);
            String report = FormCase.of(program, secret, "corruption", said("text"), said("name"), said("contact"));
            assertThat(receipted.status()).isEqualTo(200);
            String digits = ReceiptPage.digits(receipted.text());
            markers.put("receipt", digits);
            markers.put("receipt in one", digits.replaceAll("\\s", ""));
            for (String three : threes(output(receipted, "words"))) markers.put("words " + three, three);
            hangUp(door);
            door.report("body", fresh("refused text"), "identityName", fresh("refused name"));
            door.report("body", fresh("no form"), "lain", fresh("no field"));
            door.get("/" + fresh("address"));
            reply(door, digits);
            converse(program, report);
            untilShown(door, digits, Objects.requireNonNull(markers.get("question")));
            scan(program);
            assertNothingIsSaidOf(report, program);
            untilSettled(program);
            program.stop();
            scan(program);
            assertFailuresAreCounted(report, program);
            assertBlobsHaveNoTime(program);
        }
    }

    private String said(String what) {
        return Objects.requireNonNull(markers.get(what));
    }

    private Door.Answer submit(Door door, String secret) {
        String body = Door.parts(
                        "secret", secret,
                        "category", "corruption",
                        "body", fresh("text"),
                        "identityName", fresh("name"),
                        "identityContact", fresh("contact"))
                + Door.file(fresh("file name") + ".txt", fresh("file").repeat(40_000))
                + Door.END;
        return door.send(door.request("/lapor")
                .header("Content-Type", Door.MULTIPART)
                .header("User-Agent", fresh("user agent"))
                .header("X-Forwarded-For", "203.0.113.77")
                .header("Referer", "http://localhost/" + fresh("referrer"))
                .POST(BodyPublishers.ofString(body)));
    }

    private void hangUp(Door door) throws Exception {
        String body = Door.parts("category", "corruption", "body", fresh("cut text"))
                + Door.file(fresh("cut file name"), fresh("cut file").repeat(60_000));
        door.raw(
                "POST /lapor HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Door.MULTIPART
                        + "\r\nContent-Length: 9000000\r\n\r\n" + body,
                true);
        String asked = "receipt=" + fresh("cut receipt");
        door.raw(
                "POST /kotak HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded"
                        + "\r\nContent-Length: 9000\r\n\r\n" + asked,
                true);
    }

    private void reply(Door door, String digits) throws Exception {
        untilShown(door, digits, "name=\"reply\"");
        Door.Answer sent =
                door.fields("/kotak/jawab", "receipt", digits, "item", fresh("item"), "reply", fresh("reply"));
        assertThat(sent.text()).contains("class=\"box next\"");
    }

    private void converse(Packaged program, String report) throws Exception {
        Colleague ani = Colleague.signIn(program, "pemeriksa-1");
        ani.awaits(report);
        ani.door.fields("/kerja/kasus/" + report + "/tindakan", "act", "ACKNOWLEDGE");
        assertThat(ani.send(report, "ASK_REPORTER", ani.message(report, fresh("question")))
                        .status())
                .isEqualTo(204);
    }

    private static void untilShown(Door door, String digits, String words) throws Exception {
        Patience.until(
                "the mailbox shows " + words,
                () -> door.fields("/kotak", "receipt", digits).text().contains(words));
    }

    private void scan(Packaged program) throws Exception {
        markers.put("own address", "127.0.0.1");
        markers.put("far address", "203.0.113.77");
        Haystack everything = Haystack.of(program.home(), program.output(), program.scratch());
        for (Map.Entry<String, String> marker : markers.entrySet())
            assertThat(everything.with(marker.getValue())).as(marker.getKey()).isEmpty();
    }

    /** A line of its own would have the time of somebody's request. */
    private static void assertNothingIsSaidOf(String report, Packaged program) throws Exception {
        assertThat(Files.readAllLines(program.output()))
                .noneMatch(line -> line.contains(report))
                .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }

    private static void assertFailuresAreCounted(String report, Packaged program) throws Exception {
        List<String> lines = Files.readAllLines(program.output());
        assertThat(lines).noneMatch(line -> line.contains(report));
        assertThat(lines)
                .filteredOn(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .singleElement()
                .asString()
                .containsPattern("Failed since [0-9-]{10}T[0-9]{2}:00:00Z: ");
    }

    private static void untilSettled(Packaged program) throws Exception {
        Path waiting = blobs(program).resolve("waiting");
        Patience.until("every ciphertext has settled at a mark", () -> children(waiting)
                .isEmpty());
    }

    private static void assertBlobsHaveNoTime(Packaged program) throws Exception {
        int blobs = 0;
        for (Path folder : children(blobs(program))) {
            assertThat(Files.getLastModifiedTime(folder).toMillis()).isZero();
            for (Path blob : children(folder)) {
                assertThat(Files.getLastModifiedTime(blob).toMillis()).isZero();
                blobs++;
            }
        }
        assertThat(blobs).isPositive();
    }

    private static Path blobs(Packaged program) {
        return program.home().resolve("data").resolve("blobs");
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String output(Door.Answer answer, String part) {
        Matcher output =
                Pattern.compile("id=\"receipt-" + part + "\"[^>]*>([^<]+)<").matcher(answer.text());
        assertThat(output.find()).isTrue();
        return output.group(1);
    }

    /** A word that occurs nowhere by chance, to be searched for under this name. */
    private String fresh(String name) {
        String word = "penanda" + Hex16.of(UUID.randomUUID());
        markers.put(name, word);
        return word;
    }

    /** Every three words in a row, for a receipt that might be stored in part. */
    private static List<String> threes(String words) {
        List<String> each = List.of(words.strip().split("\\s+"));
        return IntStream.rangeClosed(0, each.size() - 3)
                .mapToObj(i -> String.join(" ", each.subList(i, i + 3)))
                .toList();
    }
}
