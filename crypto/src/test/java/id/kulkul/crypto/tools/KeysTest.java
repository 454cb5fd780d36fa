package id.kulkul.crypto.tools;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.MemberRole;
import id.kulkul.crypto.keys.SignedManifest;
import id.kulkul.crypto.log.LogName;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.TrustPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private final Path folder;
    private String said = "";

    KeysTest(@TempDir Path directory) {
        this.folder = directory.resolve("keys");
    }

    @Test
    void an_organisation_enrols_people_and_signs_lists_that_follow_each_other() throws IOException {
        assertThat(run("init", folder.toString())).isZero();
        var keys = KeyFolder.open(folder);
        assertThat(said).startsWith("root=" + keys.root().fingerprint().hex() + "\n");
        for (String name : List.of("ina", "iwan")) enrol(name, "investigator");
        for (String name : List.of("citra", "cakra", "candra")) enrol(name, "custodian");
        enrol("ayu", "auditor");
        assertThat(run("sign", folder.toString())).isZero();
        assertThat(said).contains("epoch=1\n", "members=5\n", "manifest=" + only(keys.manifests()));
        assertThat(run("sign", folder.toString(), "--needed", "3")).isZero();
        List<SignedManifest> chain = keys.manifests();
        assertThat(SignedManifest.firstBroken(chain, keys.root())).isEqualTo(-1);
        assertThat(chain.getLast().manifest().m()).isEqualTo(3);
        assertThat(chain.getLast().manifest().with(MemberRole.CUSTODIAN)).hasSize(3);
    }

    @Test
    void what_is_shown_once_is_kept_nowhere() throws IOException {
        assertThat(run("init", folder.toString())).isZero();
        enrol("ina", "investigator");
        String passphrase = said.lines()
                .filter(line -> line.startsWith("passphrase: "))
                .findFirst()
                .orElseThrow();
        assertThat(passphrase.substring(12).split(" ")).hasSize(7);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(passphrase.substring(12));
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("r--------");
            }
        }
    }

    @Test
    void a_folder_with_anything_in_it_is_left_alone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("x"), "y");
        assertThat(run("init", folder.toString())).isEqualTo(1);
        assertThat(said).hasLineCount(1);
        assertThat(folder).isDirectoryContaining("glob:**/x").isDirectoryNotContaining("glob:**/organisation");
    }

    @Test
    void one_custodian_alone_opens_nothing() throws IOException {
        assertThat(run("init", folder.toString())).isZero();
        enrol("ina", "investigator");
        enrol("citra", "custodian");
        assertThat(run("sign", folder.toString())).isEqualTo(1);
        assertThat(said).hasLineCount(1).contains("at least 2");
    }

    @Test
    void a_declared_loss_is_confirmed_by_the_next_list() throws Exception {
        assertThat(run("init", folder.toString())).isZero();
        enrol("ina", "investigator");
        assertThat(run("sign", folder.toString())).isZero();
        var keys = KeyFolder.open(folder);
        LogOrigin second = keys.log(LogName.OPEN).origin().next();
        assertThat(run("restored", folder.toString(), "--origin", second.text()))
                .isZero();
        assertThat(said).startsWith("policy.txt names " + second);
        assertThat(run("sign", folder.toString())).isZero();
        List<String> policies = keys.policies();
        assertThat(policies).hasSize(2);
        assertThat(TrustPolicy.parse(policies.getFirst()).isOvertakenBy(second)).isTrue();
        assertThat(TrustPolicy.parse(policies.getLast()).isOvertakenBy(second)).isFalse();
        assertThat(SignedManifest.firstBroken(keys.manifests(), keys.root())).isEqualTo(-1);
        var first = keys.log(LogName.OPEN).origin().text();
        for (String line :
                List.of("", "open/2", first, second.text().replace(Hex16.of(keys.tenant()), "0".repeat(32)))) {
            assertThat(run("restored", folder.toString(), "--origin", line)).isEqualTo(1);
            assertThat(keys.policies()).isEqualTo(policies);
        }
    }

    @Test
    void what_cannot_be_done_is_said_in_one_sentence() throws IOException {
        for (String[] bad : List.of(
                new String[] {},
                new String[] {"init"},
                new String[] {"make", folder.toString()},
                new String[] {"sign", folder.toString(), "--needed"},
                new String[] {"staff", folder.toString(), "--name", "ina"})) {
            assertThat(run(bad)).isEqualTo(1);
            assertThat(said).startsWith("Usage: keys");
        }
        assertThat(run("init", folder.toString())).isZero();
        assertThat(run("staff", folder.toString(), "--name", "ina", "--role", "king"))
                .isEqualTo(1);
        assertThat(said).hasLineCount(1);
    }

    private static String only(List<SignedManifest> manifests) {
        return manifests.getFirst().manifest().digest().hex();
    }

    private void enrol(String name, String role) throws IOException {
        assertThat(run("staff", folder.toString(), "--name", name, "--role", role))
                .isZero();
    }

    private int run(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Keys.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return exit;
    }
}
