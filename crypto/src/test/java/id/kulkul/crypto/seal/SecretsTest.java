package id.kulkul.crypto.seal;

import static id.kulkul.crypto.seal.Samples.filled;
import static id.kulkul.crypto.seal.Samples.reader;
import static id.kulkul.crypto.seal.Samples.writer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.Hkdf;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void a_closed_key_gives_nothing_more() {
        var key = SymmetricKey.of(filled(1));
        var other = SymmetricKey.of(filled(1));
        var signing = writer(1);
        var opening = reader(1);
        for (AutoCloseable each : List.<AutoCloseable>of(key, signing, opening))
            assertThat(each).satisfies(AutoCloseable::close);
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                key::bytes,
                key::fingerprint,
                () -> key.rowKey(Hex16.ZERO),
                () -> key.sameAs(other),
                () -> other.sameAs(key),
                signing::seed,
                () -> signing.sign(new byte[0]),
                opening::seed)) assertThatThrownBy(use).isInstanceOf(IllegalStateException.class);
        assertThat(opening.recipient()).isEqualTo(reader(1).recipient());
        assertThat(signing.verifying()).isEqualTo(writer(1).verifying());
    }

    @Test
    void a_key_has_32_bytes_of_its_own() {
        var bytes = filled(1);
        var key = SymmetricKey.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(key.bytes(), (byte) 0);
        assertThat(key.bytes()).isEqualTo(filled(1));
        for (int length : new int[] {0, 31, 33})
            assertThatThrownBy(() -> SymmetricKey.of(new byte[length])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fresh_keys_are_all_different() {
        assertThat(SymmetricKey.random().sameAs(SymmetricKey.random())).isFalse();
        assertThat(SymmetricKey.random().sameAs(SymmetricKey.of(new byte[32]))).isFalse();
        assertThat(OpeningKey.random().recipient())
                .isNotEqualTo(OpeningKey.random().recipient());
        assertThat(SigningKey.random().verifying())
                .isNotEqualTo(SigningKey.random().verifying());
    }

    @Test
    void what_follows_from_a_key_tells_keys_and_rows_apart() {
        var one = SymmetricKey.of(filled(1));
        var two = SymmetricKey.of(filled(2));
        assertThat(one.fingerprint())
                .isEqualTo(SymmetricKey.of(filled(1)).fingerprint())
                .isNotEqualTo(two.fingerprint());
        var row = one.rowKey(new UUID(1, 2));
        assertThat(row.sameAs(one.rowKey(new UUID(1, 2)))).isTrue();
        assertThat(row.sameAs(one.rowKey(new UUID(1, 3)))).isFalse();
        assertThat(row.sameAs(two.rowKey(new UUID(1, 2)))).isFalse();
    }

    @Test
    void public_keys_and_stanzas_are_the_same_by_their_bytes() throws OpenFailed {
        var recipient = reader(1).recipient();
        assertThat(Recipient.of(recipient.bytes())).isEqualTo(recipient).hasSameHashCodeAs(recipient);
        assertThat(recipient).isNotEqualTo(reader(2).recipient()).isNotEqualTo("key");
        assertThat(recipient).hasToString("Recipient " + Hex16.of(recipient.keyId()));
        var verifying = writer(1).verifying();
        assertThat(VerifyingKey.of(verifying.bytes())).isEqualTo(verifying).hasSameHashCodeAs(verifying);
        assertThat(verifying).isNotEqualTo(writer(2).verifying()).isNotEqualTo("key");
        assertThat(verifying).hasToString("VerifyingKey " + Hex16.of(verifying.keyId()));
        var stanzas = Samples.file(new byte[1]).item().stanzas();
        var first = stanzas.getFirst();
        assertThat(Stanza.decoded(first.encoded())).isEqualTo(first).hasSameHashCodeAs(first);
        assertThat(first).isNotEqualTo(stanzas.get(1)).isNotEqualTo("stanza");
    }

    @Test
    void a_digest_has_32_bytes_and_is_ordered_as_bytes() {
        var low = Digest.of(filled(0x7f));
        var high = Digest.of(filled(0x80));
        assertThat(low).isLessThan(high).isEqualByComparingTo(Digest.parse("7f".repeat(32)));
        assertThat(low).hasToString("7f".repeat(32)).isNotEqualTo(high).isNotEqualTo("7f".repeat(32));
        assertThat(Digest.of(low.bytes())).isEqualTo(low).hasSameHashCodeAs(low);
        for (int length : new int[] {0, 31, 33})
            assertThatThrownBy(() -> Digest.of(new byte[length])).isInstanceOf(IllegalArgumentException.class);
        for (var odd : List.of("", "7f", "7g".repeat(32), "7f".repeat(33)))
            assertThatThrownBy(() -> Digest.parse(odd)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Digest.sha256("ab".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Digest.sha256(new byte[] {'a'}, new byte[] {'b'}))
                .isNotEqualTo(Digest.labelled("a", new byte[] {'b'}));
    }

    @Test
    void no_more_is_derived_from_a_key_than_the_standard_allows() {
        var longest = Hkdf.sha256(filled(1), "salt", "info", 255 * 32);
        assertThat(longest).hasSize(255 * 32).startsWith(Hkdf.sha256(filled(1), "salt", "info", 33));
        assertThat(Hkdf.expandSha512(filled(1), new byte[3], 255 * 64)).hasSize(255 * 64);
        assertThatThrownBy(() -> Hkdf.sha256(filled(1), "salt", "info", 255 * 32 + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hkdf.expandSha512(filled(1), new byte[3], 255 * 64 + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
