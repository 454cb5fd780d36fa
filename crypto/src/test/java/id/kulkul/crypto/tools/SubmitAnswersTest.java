package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.log.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server answers is believed only if it is of this time and of this platform, and it is always said whether
 * something was sent.
 */
class SubmitAnswersTest {
    private static final Instant NOW = Fixtures.MARK;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String POST = "POST /lapor/tersegel";
    private static final String PAGE = "<!DOCTYPE html><title>Hotel</title>";

    private final Path folder;
    private FakeSite site;
    private String said = "";

    SubmitAnswersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() throws IOException {
        site = new FakeSite();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private int submit(String... more) throws IOException {
        String text = Files.writeString(folder.resolve("t"), "Laporan rekaan").toString();
        return run("--category", "bribery", "--text", text, more);
    }

    private int run(String category, String code, String option, String file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(site.url(), "--root", FakeSite.ROOT, category, code, option, file));
        arguments.addAll(List.of(more));
        var bytes = new ByteArrayOutputStream();
        int exit = Submit.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> NOW);
        said = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private void nothingSent(String words) throws IOException {
        assertThat(submit()).isEqualTo(1);
        assertThat(said).hasLineCount(1).contains(words, "othing was sent");
        assertThat(site.asked).doesNotContain(POST);
    }

    @Test
    void a_list_and_a_promise_of_now_are_believed() throws IOException {
        assertThat(submit()).isZero();
        assertThat(said).contains("ACKNOWLEDGED hourDue=", "(in the log before 2026-11-24T10:00:00Z)");
    }

    @Test
    void a_list_proven_up_to_a_day_ago_or_an_hour_ahead_is_believed() throws IOException {
        for (Instant mark : List.of(NOW.minus(DAY), NOW.plus(HOUR))) {
            site.provenAt(mark);
            assertThat(submit()).as("%s", mark).isZero();
        }
        site.provenAt(NOW).validFrom(FakeSite.hour(NOW) + 1);
        assertThat(submit()).isZero();
    }

    @Test
    void a_list_proven_longer_ago_or_further_ahead_is_refused_by_the_clock_of_the_device() throws IOException {
        site.provenAt(NOW.minus(DAY).minusSeconds(1));
        nothingSent(
                "REFUSED list-too-old: the list of readers is proven as of 2026-11-23T08:14:59Z, and the clock of this"
                        + " device says 2026-11-24T08:15:00Z");
        site.provenAt(NOW.plus(HOUR).plusSeconds(1));
        nothingSent("REFUSED list-of-the-future: ");
        site.provenAt(NOW).validFrom(FakeSite.hour(NOW) + 2);
        nothingSent("REFUSED list-not-yet-valid: ");
    }

    @Test
    void a_list_that_a_later_one_replaced_is_refused_though_the_log_holds_it() throws IOException {
        site.droppingTheNewestList(true);
        nothingSent("REFUSED list-not-in-force: the open log names another list of readers as the one in force");
        site.droppingTheNewestList(false);
        nothingSent("REFUSED list-not-named: the open log does not say which list of readers is in force");
    }

    @Test
    void a_promise_due_more_than_a_day_from_now_is_none() throws IOException {
        for (long hours : new long[] {-24, 24}) {
            site.due(FakeSite.hour(NOW) + hours);
            assertThat(submit()).isZero();
        }
        site.due(FakeSite.hour(NOW) + 25);
        assertThat(submit()).isEqualTo(2);
        assertThat(said)
                .contains("ACKNOWLEDGED without a valid promise (promise-too-late)", "due before 2026-11-25T10:00:00Z")
                .contains("the clock of this device says 2026-11-24T08:15:00Z");
        site.due(0xffff_ffffL);
        assertThat(submit()).isEqualTo(2);
        site.due(FakeSite.hour(NOW) - 25);
        assertThat(submit()).isEqualTo(2);
        assertThat(said).contains("promise-already-due");
    }

    @Test
    void a_log_that_goes_on_after_a_declared_loss_is_named_before_anything_is_sent() throws IOException {
        site.restored(2);
        nothingSent("A LOSS WAS DECLARED: the log goes on as " + FakeSite.origin(2));
        nothingSent("adds --restored " + FakeSite.origin(2) + ".");
        assertThat(submit("--restored", FakeSite.origin(3))).isEqualTo(1);
        assertThat(submit("--restored", FakeSite.origin(2))).isZero();
        assertThat(said).startsWith("A LOSS WAS DECLARED").contains("ACKNOWLEDGED hourDue=");
    }

    @Test
    void a_kept_checkpoint_of_the_closed_origin_says_whether_what_it_vouches_for_is_lost() throws IOException {
        site.restored(2);
        String proof = "{\"path\":[]}";
        String empty =
                Files.writeString(folder.resolve("empty"), FakeSite.keptEmpty()).toString();
        site.answering("/log/open/konsistensi/0/1", 200, proof);
        assertThat(submit("--restored", FakeSite.origin(2), "--checkpoint", empty))
                .isZero();
        String other =
                Files.writeString(folder.resolve("other"), FakeSite.kept(1)).toString();
        site.answering("/log/open/konsistensi/1/1", 200, proof);
        assertThat(submit("--restored", FakeSite.origin(2), "--checkpoint", other))
                .isEqualTo(1);
        assertThat(said).contains("REFUSED lost-what-was-kept: a loss was declared", "nothing was sent");
        String longer =
                Files.writeString(folder.resolve("longer"), FakeSite.kept(9)).toString();
        assertThat(submit("--restored", FakeSite.origin(2), "--checkpoint", longer))
                .isEqualTo(1);
        assertThat(said).contains("REFUSED lost-what-was-kept");
        site.restored(1);
        assertThat(submit("--checkpoint", other)).isEqualTo(1);
        assertThat(said).contains("REFUSED other-log");
    }

    @Test
    void a_page_instead_of_the_list_is_no_answer() throws IOException {
        for (int status : new int[] {200, 403, 511}) {
            site.answering("/lapor/manifes", status, PAGE);
            nothingSent("answered with something that is not this platform's");
        }
        site.answering("/lapor/manifes", 200, "{\"manifests\":[{}]}");
        nothingSent("answered with something that is not this platform's");
        site.answering("/lapor/manifes", 409, "{\"code\":\"channels/not-open\"}");
        nothingSent("the server could not take it: channels/not-open");
    }

    @Test
    void a_page_instead_of_an_acknowledgement_leaves_it_open() throws IOException {
        for (String answer : List.of(PAGE, "", "{}", "{\"leaf\":\"AA\",\"promise\":\"AA\"}")) {
            site.answering("/lapor/tersegel", 200, answer);
            assertThat(submit()).isEqualTo(3);
            assertThat(said).contains("NOT ACKNOWLEDGED (", "it may have been received", "digits: ");
        }
        site.answering("/lapor/tersegel", 403, PAGE);
        assertThat(submit()).isEqualTo(3);
    }

    @Test
    void a_promise_by_other_keys_acknowledges_nothing() throws IOException {
        site.promisedBy(Fixtures.THIEF);
        assertThat(submit()).isEqualTo(3);
        assertThat(said).contains("NOT ACKNOWLEDGED (the answer proves nothing: bad-ed25519-signature)");
    }

    @Test
    void an_attachment_that_is_refused_stops_it_before_the_report() throws IOException {
        String file = Files.writeString(folder.resolve("bukti"), "x").toString();
        assertThat(submit("--attach", file)).isEqualTo(1);
        assertThat(said).contains("NOT SENT (the server refused: page/not-found): the report itself was not sent");
        assertThat(site.asked).doesNotContain(POST);
    }

    @Test
    void what_cannot_be_read_is_said_before_anybody_is_asked() throws IOException {
        String latin = Files.write(folder.resolve("latin"), "r\u00e9sum\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                .toString();
        String absent = folder.resolve("absent").toString();
        String good = Files.writeString(folder.resolve("good"), "Laporan").toString();
        refused(latin + " is not UTF-8. Nothing was sent.\n", run("--category", "x", "--text", latin));
        refused("There is no file " + absent + ". Nothing was sent.\n", run("--category", "x", "--text", absent));
        refused(folder + " is a folder. Nothing was sent.\n", run("--category", "x", "--text", folder.toString()));
        String empty = Files.createFile(folder.resolve("empty.pdf")).toString();
        refused(
                "The file " + empty + " is empty (0 bytes). Nothing was sent.\n",
                run("--category", "x", "--text", good, "--attach", empty));
        for (String option : List.of("--attach", "--identity", "--checkpoint")) {
            int exit = run("--category", "x", "--text", good, option, absent);
            refused("There is no file " + absent + ". Nothing was sent.\n", exit);
        }
        refused(
                latin + " is not UTF-8. Nothing was sent.\n",
                run("--category", "x", "--text", good, "--identity", latin));
        refused(
                good + " is not a checkpoint. Nothing was sent.\n",
                run("--category", "x", "--text", good, "--checkpoint", good));
        assertThat(site.asked).isEmpty();
    }

    private void refused(String sentence, int exit) {
        assertThat(said).isEqualTo(sentence);
        assertThat(exit).isEqualTo(1);
    }
}
