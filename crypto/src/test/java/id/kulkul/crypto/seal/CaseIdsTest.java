package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseIdsTest {
    private static final UUID TENANT = new UUID(1, 2);
    private static final UUID NONCE = new UUID(3, 4);
    private static final byte[] KEYS = Digest.sha256(new byte[] {5}).bytes();
    private static final UUID CASE = CaseIds.of(TENANT, Digest.of(KEYS), NONCE);

    @Test
    void every_bit_of_tenant_keys_and_nonce_counts() {
        for (int bit = 0; bit < 128; bit++) {
            var flipped = new UUID(bit < 64 ? 1L << bit : 0, bit < 64 ? 0 : 1L << bit);
            assertThat(CaseIds.of(xor(TENANT, flipped), Digest.of(KEYS), NONCE)).isNotEqualTo(CASE);
            assertThat(CaseIds.of(TENANT, Digest.of(KEYS), xor(NONCE, flipped))).isNotEqualTo(CASE);
        }
        for (int bit = 0; bit < 256; bit++) {
            var other = KEYS.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(CaseIds.of(TENANT, Digest.of(other), NONCE)).isNotEqualTo(CASE);
        }
    }

    private static UUID xor(UUID one, UUID other) {
        return new UUID(
                one.getMostSignificantBits() ^ other.getMostSignificantBits(),
                one.getLeastSignificantBits() ^ other.getLeastSignificantBits());
    }

    @Test
    void an_id_has_the_bits_of_its_version_and_so_never_equals_one_of_another() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var bytes = new byte[Digest.SIZE];
            random.nextBytes(bytes);
            for (int version : new int[] {4, 8}) {
                var id = Hex16.named(Digest.of(bytes), version);
                assertThat(id.version()).isEqualTo(version);
                assertThat(id.variant()).isEqualTo(2);
            }
        }
    }
}
