package id.kulkul.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.seal.Samples;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBundleTest {
    private static final SealedSecret.Owner OWNER = new SealedSecret.Owner(Samples.TENANT, People.person(1), 3, 7);
    private static final String QUICK = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void a_passphrase_opens_its_owners_bundle() throws OpenFailed {
        var bundle = KeyBundle.random(3);
        var bundleKey = SymmetricKey.random();
        var passphrase = Passphrase.random();
        var keys = passphrase.stretched(Stretching.parse(QUICK));
        var wrap = SealedSecret.wrap(bundleKey, keys.wrap(), OWNER).encoded();
        var sealed = bundle.seal(bundleKey, OWNER).encoded();

        var again = Passphrase.parse(" " + passphrase.text().toUpperCase(Locale.ROOT) + "\n")
                .stretched(Stretching.parse(QUICK));
        var unwrapped = SealedSecret.decoded(wrap).unwrap(again.wrap());
        var opened = KeyBundle.open(unwrapped, SealedSecret.decoded(sealed));
        assertThat(opened.encoded()).isEqualTo(bundle.encoded());
        assertThat(opened.opening().recipient()).isEqualTo(bundle.opening().recipient());
        assertThat(PassphraseKeys.verifier(again.auth().bytes()))
                .isEqualTo(PassphraseKeys.verifier(keys.auth().bytes()));
    }

    @Test
    void a_recovery_kit_opens_it_too() throws OpenFailed {
        var bundleKey = SymmetricKey.random();
        var kit = RecoveryKit.random();
        var wrap = SealedSecret.wrap(bundleKey, kit.wrap(), OWNER);
        assertThat(kit.words().split(" ", -1)).hasSize(24);
        assertThat(wrap.unwrap(RecoveryKit.parse(kit.words()).wrap()).sameAs(bundleKey))
                .isTrue();
        assertThatThrownBy(() -> wrap.unwrap(RecoveryKit.random().wrap())).isInstanceOf(OpenFailed.class);
    }

    @Test
    void the_recovery_words_are_those_of_the_standard() {
        var words = "abandon ".repeat(23) + "art";
        assertThat(RecoveryKit.of(new byte[32]).words()).isEqualTo(words);
        assertThatThrownBy(() -> RecoveryKit.parse("abandon ".repeat(24))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecoveryKit.parse(words + " art")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecoveryKit.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void somebody_elses_and_an_older_bundle_are_refused() throws OpenFailed {
        var sealed = SealedSecret.decoded(
                KeyBundle.random(3).seal(SymmetricKey.random(), OWNER).encoded());
        assertThat(sealed.of(Samples.TENANT, People.person(1), 7)).isSameAs(sealed);
        assertThatThrownBy(() -> sealed.of(Samples.TENANT, People.person(1), 8)).isInstanceOf(OpenFailed.class);
        assertThatThrownBy(() -> sealed.of(Samples.TENANT, People.person(2), 7)).isInstanceOf(OpenFailed.class);
        assertThatThrownBy(() -> sealed.of(Samples.CASE, People.person(1), 7)).isInstanceOf(OpenFailed.class);
    }

    @Test
    void every_changed_byte_keeps_a_bundle_shut() {
        var key = SymmetricKey.random();
        var bytes = KeyBundle.random(3).seal(key, OWNER).encoded();
        for (int at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> KeyBundle.open(key, SealedSecret.decoded(changed)))
                    .isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void a_bundle_of_odd_shape_is_refused() {
        var good = KeyBundle.random(3).encoded();
        for (var odd : new byte[][] {new byte[0], Arrays.copyOf(good, good.length - 1), Arrays.copyOf(good, 35)}) {
            assertThatThrownBy(() -> KeyBundle.decoded(odd)).isInstanceOf(OpenFailed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=19455,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=65536,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=9999999,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2i$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=16$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=65536,t=3,p=1$AAAA",
                "$argon2id$v=19$m=65536,t=3,p=0$AAAAAAAAAAAAAAAAAAAAAA",
                ""
            })
    void parameters_cannot_be_talked_down(String phc) {
        assertThatThrownBy(() -> Stretching.parse(phc)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknown_names_get_parameters_like_any_other() {
        var pepper = SymmetricKey.of(Samples.filled(1));
        var nobody = Stretching.ofNobody(pepper, "ani").phc();
        assertThat(nobody).hasSameSizeAs(Stretching.random().phc());
        assertThat(Stretching.ofNobody(pepper, "ani").phc()).isEqualTo(nobody);
        assertThat(Stretching.ofNobody(pepper, "budi").phc()).isNotEqualTo(nobody);
        assertThat(Stretching.parse(QUICK).phc()).isEqualTo(QUICK);
    }

    @Test
    void passphrases_are_seven_words_of_the_list() {
        assertThat(Passphrase.random().text().split(" ", -1)).hasSize(7);
        assertThatThrownBy(() -> Passphrase.parse("satu dua tiga")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Passphrase.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_people_sign_holds_for_exactly_that() {
        var person = People.signing(1);
        var statement = new Statement(Samples.TENANT, Samples.CASE, 4711, Statement.about(Samples.ITEM), 2, 480_000);
        var signature = statement.sign(person);
        assertThat(statement.isSignedBy(person.verifying(), signature)).isTrue();
        assertThat(statement.isSignedBy(People.signing(2).verifying(), signature))
                .isFalse();
        var later = new Statement(Samples.TENANT, Samples.CASE, 4711, statement.about(), 2, 480_001);
        assertThat(later.isSignedBy(person.verifying(), signature)).isFalse();

        var subject = Digest.sha256(Hex16.bytes(Samples.ITEM));
        var submitted = SubmitSignature.sign(person, subject);
        assertThat(SubmitSignature.verify(person.verifying(), subject, submitted))
                .isTrue();
        assertThat(SubmitSignature.verify(person.verifying(), Digest.ZERO, submitted))
                .isFalse();
        assertThat(person.verifying().verify(subject.bytes(), submitted)).isFalse();
    }
}
