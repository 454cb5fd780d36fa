package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.log.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report from a terminal: sealed by code that the server did not deliver, and for nobody whom the organisation's root
 * did not sign for.
 */
@Tag("page")
@Tag("report")
@ExtendWith(Demonstration.class)
@ResourceLock(Demonstration.QUIET)
class TerminalIT {
    private static final Pattern DIGITS = Pattern.compile("digits: ([0-9 ]{47})");

    @TempDir
    static Path temporary;

    private static Packaged program;
    private static String root;

    @BeforeAll
    static void start(@Demonstration.Quiet Packaged shared) throws IOException {
        program = shared;
        root = KeyFolder.open(program.home().resolve("keys"))
                .root()
                .fingerprint()
                .hex();
    }

    private static Tools.Run submit(String fingerprint, String... more) throws Exception {
        return submitTo(program.url("/"), fingerprint, more);
    }

    private static Tools.Run submitTo(String url, String fingerprint, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("submit", url, "--root", fingerprint));
        arguments.addAll(List.of(more));
        return Tools.run(arguments);
    }

    private static String text() throws IOException {
        return Files.writeString(temporary.resolve("laporan.txt"), "Laporan rekaan dari terminal, \"dikutip\".")
                .toString();
    }

    @Test
    void a_report_with_file_and_name_is_acknowledged_and_its_receipt_opens_the_mailbox() throws Exception {
        String file =
                Files.write(temporary.resolve("bukti.bin"), new byte[200_000]).toString();
        Tools.Run sent = submit(
                root,
                "--category",
                "bribery",
                "--text",
                text(),
                "--attach",
                file,
                "--identity",
                Files.writeString(temporary.resolve("identitas.txt"), "Rekaan\n-\n")
                        .toString());
        assertThat(sent.output()).contains("greeting: ").contains("ACKNOWLEDGED hourDue=");
        assertThat(sent.exit()).isZero();
        assertThat(mailbox(sent)).contains("Status laporan");
    }

    /** What the mailbox shows to the receipt that was printed, once a report is in it. */
    private static String mailbox(Tools.Run sent) throws Exception {
        Matcher digits = DIGITS.matcher(sent.output());
        assertThat(digits.find()).isTrue();
        Door door = new Door(program, "");
        String box = "";
        for (int i = 0; i < 30 && !box.contains("Status laporan"); i++) {
            box = door.fields("/kotak", "receipt", digits.group(1)).text();
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return box;
    }

    @Test
    void an_acknowledgement_that_is_lost_leaves_the_receipt_of_the_report_that_stands() throws Exception {
        try (Relay relay = Relay.swallowing(program)) {
            Tools.Run sent = submitTo(relay.url(), root, "--category", "bribery", "--text", text());
            assertThat(sent.output())
                    .contains("NOT ACKNOWLEDGED YET")
                    .contains("it may have been received")
                    .contains("/kotak");
            assertThat(sent.exit()).isEqualTo(3);
            assertThat(mailbox(sent)).contains("Status laporan");
        }
    }

    @Test
    void a_report_that_the_server_refuses_is_told_as_not_received() throws Exception {
        long before = Footprint.of(program.home()).events();
        Tools.Run sent = submit(root, "--category", "none-of-ours", "--text", text());
        assertThat(sent.output()).contains("NOT RECEIVED (the server refused: report/category-missing)");
        assertThat(sent.exit()).isEqualTo(1);
        assertThat(Footprint.of(program.home()).events()).isEqualTo(before);
    }

    @Test
    void readers_whose_posts_the_server_swaps_are_refused() throws Exception {
        try (Relay relay = Relay.bending(program, "/lapor/pembaca", TerminalIT::swapped)) {
            Tools.Run readers = submitTo(relay.url(), root, "--readers");
            assertThat(readers.output()).contains("REFUSED other-reader").doesNotContain("Pemeriksa");
            assertThat(readers.exit()).isEqualTo(1);
        }
        try (Relay relay = Relay.bending(program, "/lapor/pembaca", TerminalIT::renamed)) {
            Tools.Run readers = submitTo(relay.url(), root, "--readers");
            assertThat(readers.output()).contains("REFUSED other-event").doesNotContain("Pemeriksa");
        }
    }

    @Test
    void readers_are_named_and_one_of_them_can_be_left_out_but_not_all() throws Exception {
        Tools.Run readers = submit(root, "--readers");
        assertThat(readers.output()).contains("Pemeriksa Pertama (rekaan)").contains("Pemeriksa Kedua (rekaan)");
        assertThat(readers.output()).contains("Penerima di Luar (rekaan) (outside)");
        List<String> people = readers.output()
                .lines()
                .filter(line -> line.matches("[0-9a-f]{32} .*"))
                .map(line -> line.substring(0, 32))
                .toList();
        assertThat(submit(root, "--category", "bribery", "--text", text(), "--exclude", people.get(0))
                        .exit())
                .isZero();
        Tools.Run outside = submit(
                root,
                "--category",
                "bribery",
                "--text",
                text(),
                "--exclude",
                people.get(0),
                "--exclude",
                people.get(1));
        assertThat(outside.exit()).isZero();
    }

    /** Each reader under the other one's registration. */
    private static String swapped(String answer) {
        ObjectNode said = json(answer);
        ObjectNode registered = (ObjectNode) said.get("registered");
        List<String> people = registered.propertyStream().map(Map.Entry::getKey).toList();
        JsonNode first = registered.get(people.get(0));
        registered.set(people.get(0), registered.get(people.get(1)));
        registered.set(people.get(1), first);
        return said.toString();
    }

    /** The posts exchanged in the events themselves. */
    private static String renamed(String answer) {
        ObjectNode said = json(answer);
        for (JsonNode one : said.get("registered")) {
            ObjectNode event = (ObjectNode) one.get("event");
            String payload = new String(
                    Base64.getUrlDecoder().decode(event.get("payload").asString()), StandardCharsets.UTF_8);
            String other = payload.replace("Pertama", "Kesatu").replace("Kedua", "Pertama");
            event.put(
                    "payload",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8)));
        }
        return said.toString();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    @Test
    void under_another_root_or_an_older_history_nothing_is_sent() throws Exception {
        long before = Footprint.of(program.home()).events();
        Tools.Run other = submit("ab".repeat(32), "--category", "bribery", "--text", text());
        assertThat(other.output()).contains("REFUSED other-root-keys: nothing was sent");
        assertThat(other.exit()).isEqualTo(1);
        String kept = new Door(program, "").get("/log/open/checkpoint").text();
        Path longer = Files.writeString(temporary.resolve("kept.txt"), kept.replaceFirst("\n[0-9]+\n", "\n99999\n"));
        Tools.Run older = submit(root, "--category", "bribery", "--text", text(), "--checkpoint", longer.toString());
        assertThat(older.output()).contains("REFUSED older-than-kept");
        assertThat(Footprint.of(program.home()).events()).isEqualTo(before);
    }

    @Test
    void a_history_is_taken_as_a_continuation_only_if_it_begins_with_the_kept_one() throws Exception {
        String now = new Door(program, "").get("/log/open/checkpoint").text();
        ObjectNode answer = json(new Door(program, "").get("/lapor/manifes").text());
        TlogProof proof = TlogProof.parse(new String(
                Base64.getUrlDecoder()
                        .decode(answer.get("manifests").get(0).get("proof").asString()),
                StandardCharsets.UTF_8));
        long size = Long.highestOneBit(proof.checkpoint().checkpoint().size() - 1);
        assertThat(proof.index()).isGreaterThanOrEqualTo(size); // so the root of what was before ends its path
        Tools.Run honest = readers(kept(now, size, proof.path().getLast()));
        assertThat(honest.output()).contains("Pemeriksa Pertama");
        assertThat(honest.exit()).isZero();
        Tools.Run forked = readers(kept(now, size, Digest.sha256(new byte[] {7})));
        assertThat(forked.output()).contains("REFUSED other-log: nothing was sent");
        assertThat(forked.exit()).isEqualTo(1);
    }

    private static Tools.Run readers(String kept) throws Exception {
        Path file = Files.writeString(temporary.resolve("earlier.txt"), kept);
        return submit(root, "--readers", "--checkpoint", file.toString());
    }

    private static String kept(String now, long size, Digest root) {
        String[] lines = now.split("\n", 4);
        return lines[0] + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n" + lines[3];
    }
}
