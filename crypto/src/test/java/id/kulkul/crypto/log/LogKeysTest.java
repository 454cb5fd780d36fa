package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.kulkul.crypto.bytes.Digest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void keys_are_written_once_and_sign_as_before_when_they_are_read() throws IOException {
        Fixtures.KEYS.write(directory);
        LogKeys read = LogKeys.load(directory, Fixtures.WBS);
        assertThat(read.policyLines()).isEqualTo(Fixtures.KEYS.policyLines());
        assertThat(read.origin()).isEqualTo(Fixtures.WBS);
        assertThat(read.sign(0, Digest.sha256(), Fixtures.MARK).note())
                .isEqualTo(Fixtures.KEYS.sign(0, Digest.sha256(), Fixtures.MARK).note());
        assertThatThrownBy(() -> Fixtures.THIEF.write(directory)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(LogKeys.load(directory, Fixtures.WBS).policyLines()).isEqualTo(Fixtures.KEYS.policyLines());
    }

    @Test
    void a_file_of_keys_is_for_its_owner_alone() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path folder = directory.resolve("a/b");
        SecretFile.directory(folder);
        Fixtures.KEYS.write(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("wbs.key"))))
                .isEqualTo("r--------");
    }

    @Test
    void what_is_no_file_of_keys_is_refused_without_repeating_it() {
        String good = HybridKey.of(Fixtures.filled(1), Fixtures.filled(2)).fileText();
        for (String odd : List.of("", "rahasia", good.strip(), good + "\n", good.toUpperCase(Locale.ROOT))) {
            assertThatThrownBy(() -> HybridKey.ofFile(odd))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a signing key file");
        }
        assertThat(HybridKey.ofFile(good).publicKey())
                .isEqualTo(HybridKey.of(Fixtures.filled(1), Fixtures.filled(2)).publicKey());
    }

    @Test
    void new_keys_are_new_in_both_halves() {
        SecureRandom random = new SecureRandom();
        HybridPublicKey one = HybridKey.generate(random).publicKey();
        HybridPublicKey other = HybridKey.generate(random).publicKey();
        assertThat(one.ed25519()).isNotEqualTo(other.ed25519());
        assertThat(one.mldsa44()).isNotEqualTo(other.mldsa44());
        String seeds = HybridKey.generate(random).fileText();
        assertThat(seeds).doesNotContain("0".repeat(64));
        assertThat(LogKeys.generate(Fixtures.WBS, random).policyLines()).isNotEqualTo(Fixtures.KEYS.policyLines());
    }

    @Test
    void seeds_and_public_keys_have_their_lengths() {
        byte[] seed = Fixtures.filled(1);
        assertThatThrownBy(() -> HybridKey.of(seed, new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HybridKey.of(new byte[33], seed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HybridPublicKey(new byte[31], new byte[1312]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HybridPublicKey(new byte[32], new byte[1313]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void public_keys_are_the_same_only_if_both_halves_are() {
        HybridPublicKey key =
                HybridKey.of(Fixtures.filled(1), Fixtures.filled(2)).publicKey();
        HybridPublicKey first =
                HybridKey.of(Fixtures.filled(1), Fixtures.filled(3)).publicKey();
        HybridPublicKey second =
                HybridKey.of(Fixtures.filled(3), Fixtures.filled(2)).publicKey();
        HybridPublicKey same = new HybridPublicKey(key.ed25519(), key.mldsa44());
        assertThat(key).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(key).isNotEqualTo(first).isNotEqualTo(second).isNotEqualTo("key");
        assertThat(key.rootFingerprint()).isNotEqualTo(first.rootFingerprint());
    }

    @Test
    void a_mark_is_a_whole_second() {
        assertThatThrownBy(() -> Fixtures.KEYS.sign(0, Digest.sha256(), Fixtures.MARK.plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytes_that_are_no_key_or_no_signature_verify_nothing() {
        assertThat(HybridPublicKey.verifyEd25519(new byte[32], new byte[0], new byte[64]))
                .isFalse();
        assertThat(HybridPublicKey.verifyMlDsa44(new byte[5], new byte[0], new byte[2420]))
                .isFalse();
    }

    @Test
    void both_keys_of_a_log_have_one_name_and_their_kinds() {
        VerifierKey classical = Fixtures.KEYS.verifier().ed25519();
        VerifierKey postQuantum = Fixtures.KEYS.verifier().mldsa44();
        VerifierKey elsewhere = new VerifierKey("elsewhere", postQuantum.type(), postQuantum.key());
        assertThat(new LogVerifier(classical, postQuantum).origin()).isEqualTo(Fixtures.WBS.text());
        assertThatThrownBy(() -> new LogVerifier(classical, elsewhere)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogVerifier(classical, classical)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogVerifier(postQuantum, postQuantum))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
