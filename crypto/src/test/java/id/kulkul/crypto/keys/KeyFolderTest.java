package id.kulkul.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.LogName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    @TempDir
    Path temporary;

    @Test
    void an_organisation_is_made_once_and_found_again() throws Exception {
        var folder = temporary.resolve("keys");
        assertThat(KeyFolder.exists(folder)).isFalse();
        var made = KeyFolder.create(folder);
        var found = KeyFolder.open(folder);
        assertThat(found.tenant()).isEqualTo(made.tenant());
        assertThat(found.root().fingerprint()).isEqualTo(made.root().fingerprint());
        assertThat(found.log(LogName.WBS).origin().tenant()).isEqualTo(made.tenant());
        assertThat(found.vault().kek().epoch()).isEqualTo(1);
        assertThatThrownBy(() -> KeyFolder.create(folder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secret_files_are_their_owners_alone() throws Exception {
        KeyFolder.create(temporary.resolve("keys"));
        for (var file : new String[] {"root/root.key", "log/wbs.key", "vault/kek-1", "vault/pepper"}) {
            var mode = Files.getPosixFilePermissions(temporary.resolve("keys").resolve(file));
            assertThat(PosixFilePermissions.toString(mode)).isEqualTo("r--------");
        }
    }

    @Test
    void lists_of_recipients_form_a_chain_that_the_root_signed() throws Exception {
        var folder = KeyFolder.create(temporary.resolve("keys"));
        folder.enrol("pemeriksa-1", "investigator", "Pemeriksa Pertama");
        folder.enrol("penjaga-1", "custodian", "Penjaga Pertama");
        folder.enrol("penjaga-2", "custodian", "Penjaga Kedua");
        folder.enrol("auditor", "auditor", "Auditor");
        var first = folder.sign(2, 480_000, Digest.ZERO, Digest.ZERO);
        folder.enrol("pemeriksa-2", "investigator", "Pemeriksa Kedua");
        var second = folder.sign(2, 480_001, Digest.ZERO, Digest.ZERO);
        assertThat(first.manifest().members()).hasSize(3);
        assertThat(second.manifest().prev()).isEqualTo(first.manifest().digest());
        assertThat(SignedManifest.firstBroken(folder.manifests(), folder.root()))
                .isEqualTo(-1);
    }

    @Test
    void each_list_keeps_the_policy_that_it_was_signed_with() throws Exception {
        var folder = KeyFolder.create(temporary.resolve("keys"));
        var policy = temporary.resolve("keys/policy.txt");
        var before = Files.readString(policy);
        assertThat(folder.policies()).containsExactly(before);
        var first = folder.sign(0, 480_000, Digest.ZERO, Digest.ZERO);
        Files.delete(policy);
        Files.writeString(policy, "# the second year\n" + before);
        assertThat(folder.policies()).containsExactly(before);
        var second = folder.sign(0, 480_001, Digest.ZERO, Digest.ZERO);
        assertThat(folder.policy(first.manifest().policy())).contains(before);
        assertThat(folder.policy(second.manifest().policy())).contains("# the second year\n" + before);
        assertThat(folder.policies()).hasSize(2);
        Files.delete(
                temporary.resolve("keys/policies/" + first.manifest().policy().hex() + ".txt"));
        assertThat(folder.policy(first.manifest().policy())).isEmpty();
        assertThatThrownBy(folder::policies).hasMessageContaining("number 1").hasMessageContaining("policies");
        assertThatThrownBy(() -> folder.sign(0, 480_002, Digest.ZERO, Digest.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_folder_from_before_policies_were_kept_goes_on_with_the_only_one() throws Exception {
        var folder = KeyFolder.create(temporary.resolve("keys"));
        var list = folder.sign(0, 480_000, Digest.ZERO, Digest.ZERO);
        Files.delete(
                temporary.resolve("keys/policies/" + list.manifest().policy().hex() + ".txt"));
        assertThat(folder.policies()).hasSize(1);
        assertThat(folder.policy(list.manifest().policy())).isPresent();
    }

    @Test
    void a_passphrase_opens_the_bundle_that_was_enrolled_and_is_stored_nowhere() throws Exception {
        var folder = KeyFolder.create(temporary.resolve("keys"));
        var enrolment = folder.enrol("pemeriksa-1", "investigator", "Pemeriksa Pertama");
        var file = folder.staff().getFirst();
        try (var keys = enrolment.passphrase().stretched(file.secrets().how())) {
            assertThat(PassphraseKeys.verifier(keys.auth().bytes()))
                    .isEqualTo(file.secrets().authVerifier());
            var bundleKey = SealedSecret.decoded(file.secrets().wrap().bytes()).unwrap(keys.wrap());
            var bundle = KeyBundle.open(
                    bundleKey, SealedSecret.decoded(file.secrets().bundle().bytes()));
            assertThat(bundle.signing().verifying()).isEqualTo(file.signing());
        }
        try (var all = Files.walk(temporary)) {
            for (var each : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(each))
                        .doesNotContain(enrolment.passphrase().text());
            }
        }
    }

    @Test
    void nobody_signs_in_under_the_name_of_another() throws Exception {
        var folder = KeyFolder.create(temporary.resolve("keys"));
        folder.enrol("auditor", "auditor", "Auditor");
        assertThatThrownBy(() -> folder.enrol("Auditor", "custodian", "Penjaga"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> folder.enrol("tamu", "guest", "Tamu")).isInstanceOf(IllegalArgumentException.class);
    }
}
