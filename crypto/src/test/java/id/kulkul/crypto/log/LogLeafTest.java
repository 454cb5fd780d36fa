package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogLeafTest {

    private static final UUID ID = new UUID(0x4444444444444444L, 0x4444444444444444L);

    @Test
    void a_leaf_has_135_bytes_and_reads_back() throws InvalidEvidence {
        LogLeaf leaf = new LogLeaf(
                ID, 255, ID, Long.MAX_VALUE, 65535, 0xffffffffL, ID, Digest.sha256(), Digest.of(new byte[32]));
        assertThat(leaf.encoded())
                .hasSize(135)
                .startsWith("KULLEAF1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(LogLeaf.decoded(leaf.encoded())).isEqualTo(leaf);
    }

    @Test
    void every_byte_of_a_leaf_changes_its_hash_or_makes_it_no_leaf() throws InvalidEvidence {
        byte[] bytes = Fixtures.leaf(3).encoded();
        Set<Digest> hashes = new HashSet<>(Set.of(Fixtures.leaf(3).hash()));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            if (i < 8) {
                assertThatThrownBy(() -> LogLeaf.decoded(changed)).isInstanceOf(InvalidEvidence.class);
            } else {
                assertThat(hashes.add(LogLeaf.decoded(changed).hash())).isTrue();
            }
        }
        assertThatThrownBy(() -> LogLeaf.decoded(Arrays.copyOf(bytes, 134))).hasMessage("not-a-leaf");
        assertThatThrownBy(() -> LogLeaf.decoded(Arrays.copyOf(bytes, 136))).hasMessage("not-a-leaf");
    }

    @Test
    void a_payload_is_bound_to_everything_that_its_row_says() {
        byte[] payload = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        EventMeta meta = new EventMeta(ID, 1, ID, 0, 10, 1, new UUID(0, 0), 3_600_000);
        assertThat(meta.encoded()).hasSize(69);
        Set<Digest> different = Set.of(
                meta.payloadSha256(payload),
                new EventMeta(ID, 2, ID, 0, 10, 1, new UUID(0, 0), 3_600_000).payloadSha256(payload),
                new EventMeta(ID, 1, ID, 1, 10, 1, new UUID(0, 0), 3_600_000).payloadSha256(payload),
                new EventMeta(ID, 1, ID, 0, 11, 1, new UUID(0, 0), 3_600_000).payloadSha256(payload),
                new EventMeta(ID, 1, ID, 0, 10, 2, new UUID(0, 0), 3_600_000).payloadSha256(payload),
                new EventMeta(ID, 1, ID, 0, 10, 1, ID, 3_600_000).payloadSha256(payload),
                new EventMeta(ID, 1, ID, 0, 10, 1, new UUID(0, 0), 3_600_001).payloadSha256(payload),
                meta.payloadSha256(new byte[0]));
        assertThat(different).hasSize(8);
    }

    @Test
    void padding_leaves_differ_from_each_other_and_by_seed() {
        assertThat(Set.of(Padding.leafHash(ID, 0), Padding.leafHash(ID, 1), Padding.leafHash(new UUID(0, 1), 0)))
                .hasSize(3);
    }
}
