package id.kulkul.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.keys.SignedManifest;
import id.kulkul.web.channel.ServerKeys;
import id.kulkul.web.store.HomeLock;
import id.kulkul.web.store.Homes;
import id.kulkul.web.store.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a home or of its keys that are missing or torn, and what whoever starts the program then reads. */
class StartRefusedTest {
    /** Made once: to enrol somebody takes as long as to guess a passphrase. */
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private Path keys;
    private Homes homes;
    private HomeLock lock;

    @BeforeAll
    static void found() throws IOException {
        KeyFolder organisation = KeyFolder.create(made);
        for (int i = 1; i <= 2; i++)
            organisation
                    .enrol("penjaga-" + i, "custodian", "Penjaga " + i)
                    .bundle()
                    .close();
        organisation.enrol("pemeriksa", "investigator", "Pemeriksa").bundle().close();
        organisation.sign(2, 490_000, Digest.ZERO, Digest.ZERO);
    }

    @BeforeEach
    void begin() throws IOException {
        keys = folder.resolve("keys");
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.toList()) Files.copy(file, keys.resolve(made.relativize(file)));
        }
        homes = new Homes(folder.resolve("home"), keys, false);
        lock = HomeLock.take(homes);
        start();
    }

    @AfterEach
    void end() throws IOException {
        lock.close();
    }

    /** What opens before everything else, in its order. */
    private void start() throws IOException {
        ServerKeys server = KeysSide.serverKeys(homes, lock);
        KeysSide.vaultKeys(server, homes, KeysSide.tenant(server, homes));
    }

    private String refusal() {
        Throwable failure = catchThrowable(this::start);
        assertThat(failure).as("the start is refused").isNotNull();
        String sentence = OneSentence.of(failure);
        assertThat(sentence).endsWith(".").doesNotContain("\n", "--debug", "Exception", "null");
        return sentence;
    }

    static Stream<String> files() {
        return Stream.of("organisation", "log/wbs.key", "log/open.key", "vault/kek-1", "vault/pepper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log/wbs.key", "log/open.key", "log/bids.key", "vault/kek-1", "vault/pepper"})
    void a_key_that_is_missing_is_named(String name) throws IOException {
        Files.delete(keys.resolve(name));
        assertThat(refusal())
                .isEqualTo(keys.resolve(name)
                        + " is missing: put it back from the backup of its folder. Nothing was changed.");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_of_keys_that_is_torn_is_named_or_its_folder(String name) throws IOException {
        Path file = keys.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        for (int left : new int[] {0, 1, whole.length / 3, whole.length / 2, whole.length - 2}) {
            rewrite(file, Arrays.copyOf(whole, left));
            assertThat(refusal()).as(name + " cut to " + left).contains(keys.toString());
        }
        rewrite(file, new byte[] {(byte) 0xc3, 0x28, 10});
        assertThat(refusal()).as(name + " garbled").contains(keys.toString());
        rewrite(file, whole);
        start();
    }

    /** A list whose signature alone is torn is refused by its signature, which the channel asks for. */
    @Test
    void a_list_of_recipients_that_is_torn_is_refused() throws IOException {
        Path file = keys.resolve("manifests/1");
        byte[] whole = Files.readAllBytes(file);
        for (int left : new int[] {0, 1, 100, whole.length / 8}) {
            rewrite(file, Arrays.copyOf(whole, left));
            assertThat(refusal()).as("cut to " + left).contains(keys.toString());
        }
        rewrite(file, Arrays.copyOf(whole, whole.length - 2));
        ServerKeys server = ServerKeys.of(keys);
        assertThat(SignedManifest.firstBroken(server.manifests(), server.root().orElseThrow()))
                .isZero();
    }

    @Test
    void an_enrolment_that_is_torn_is_refused_before_anything_is_opened() throws IOException {
        List<Path> staff = children(keys.resolve("staff"));
        byte[] whole = Files.readAllBytes(staff.getFirst());
        rewrite(staff.getFirst(), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal()).contains(keys.toString());
    }

    @Test
    void a_home_that_had_keys_does_not_begin_without_them_nor_with_those_of_others() throws IOException {
        homes = new Homes(homes.root(), folder.resolve("elsewhere"), false);
        assertThat(refusal())
                .contains("are not in " + folder.resolve("elsewhere"))
                .contains("--kulkul.keys");
        KeyFolder.create(folder.resolve("others"));
        homes = new Homes(homes.root(), folder.resolve("others"), false);
        assertThat(refusal()).contains("belong to another organisation");
    }

    @Test
    void a_torn_note_of_whose_home_it_is_is_named_and_left_as_it_is() throws IOException {
        Path file = homes.data().resolve("tenant");
        Files.writeString(file, "0102");
        assertThat(refusal()).isEqualTo("The file " + file + " is damaged: put back a copy of it that is whole.");
        assertThat(Files.readString(file)).isEqualTo("0102");
        assertThat(Tenant.isKept(homes)).isTrue();
    }

    private static void rewrite(Path file, byte[] content) throws IOException {
        Files.delete(file);
        Files.write(file, content);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
