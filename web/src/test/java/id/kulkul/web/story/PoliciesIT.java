package id.kulkul.web.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another policy begins with the next list of recipients; the lists before it keep theirs, so that reporters can go on
 * believing all of them.
 *
 * <p>A program of its own: its keys change while it is stopped.
 */
@Tag("page")
@Tag("channel")
class PoliciesIT {
    @TempDir
    Path temporary;

    private Path home;
    private Path keys;

    @BeforeEach
    void begin() {
        home = Told.copy(temporary.resolve("home"));
        keys = home.resolve("keys");
    }

    private Tools.Run submit(Packaged program, String... more) throws Exception {
        String root = KeyFolder.open(keys).root().fingerprint().hex();
        List<String> arguments = new ArrayList<>(List.of("submit", program.url("/"), "--root", root));
        arguments.addAll(List.of(more));
        Tools.Run run = Tools.run(arguments);
        for (int i = 0; i < 20 && run.output().contains("log/no-checkpoint"); i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            run = Tools.run(arguments);
        }
        return run;
    }

    private Manifest signedUnderAnotherPolicy() throws Exception {
        Path policy = keys.resolve("policy.txt");
        String before = Files.readString(policy);
        Files.delete(policy);
        Files.writeString(policy, "# tahun kedua\n" + before);
        Manifest last = KeyFolder.open(keys).manifests().getLast().manifest();
        return KeyFolder.open(keys)
                .sign(last.m(), last.validFromHour(), last.bundle(), last.rules())
                .manifest();
    }

    @Test
    void two_lists_under_two_policies_are_believed_and_one_that_is_missing_stops_the_start() throws Exception {
        Manifest first = KeyFolder.open(keys).manifests().getLast().manifest();
        Manifest second = signedUnderAnotherPolicy();
        try (Packaged program = new Packaged(home, "--kulkul.demo=true", "--kulkul.marks.open=2s")) {
            assertThat(submit(program, "--readers").output())
                    .contains(second.digest().hex() + " epoch " + second.epoch());
            Path text = Files.writeString(temporary.resolve("laporan.txt"), "Laporan rekaan.");
            Tools.Run sent = submit(program, "--category", "bribery", "--text", text.toString());
            assertThat(sent.output()).contains("ACKNOWLEDGED hourDue=");
            program.stop();
            Files.delete(keys.resolve("policies").resolve(first.policy().hex() + ".txt"));
            assertThatThrownBy(program::startAgain).hasMessageContaining("The program ended at its start");
            assertThat(Files.readString(program.output()))
                    .contains("The policy that the list of recipients number 1 names is missing")
                    .doesNotContain("at id.kulkul.");
        }
    }
}
