package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    private static final MerkleTree TREE = Fixtures.tree(11);
    private static final SignedCheckpoint SIGNED = Fixtures.KEYS.sign(11, TREE.root(11), Fixtures.MARK);
    private static final LogVerifier LOG = Fixtures.KEYS.verifier();

    @Test
    void every_leaf_has_a_file_that_verifies() throws InvalidEvidence {
        for (int i = 0; i < 11; i++) {
            TlogProof proof = TlogProof.parse(proof(i).text());
            proof.verify(LOG);
            assertThat(proof.leaf()).isEqualTo(Fixtures.leaf(i));
            assertThat(proof.index()).isEqualTo(i);
        }
    }

    @Test
    void a_file_of_a_log_with_one_leaf_has_no_path() throws InvalidEvidence {
        SignedCheckpoint one = Fixtures.KEYS.sign(1, TREE.root(1), Fixtures.MARK);
        String text = new TlogProof(Fixtures.leaf(0), 0, List.of(), one).text();
        TlogProof.parse(text).verify(LOG);
    }

    @Test
    void every_character_of_the_file_counts() {
        String text = proof(5).text();
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
            assertThatThrownBy(() -> TlogProof.parse(changed).verify(LOG))
                    .as("character %d", i)
                    .isInstanceOf(InvalidEvidence.class);
        }
    }

    @Test
    void a_file_of_any_other_form_is_refused() {
        String text = proof(5).text();
        String path = text.substring(text.indexOf('\n', text.indexOf("index")) + 1, text.indexOf("\n\n") + 1);
        String hash = path.substring(0, path.indexOf('\n') + 1);
        assertThat(TlogProof.isOne(text)).isTrue();
        assertThat(TlogProof.isOne(text.substring(1))).isFalse();
        assertThat(proof(5).bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        for (String odd : List.of(
                "",
                text.replace("index 5", "index 05"),
                text.replace("index 5", "index -5"),
                text.replace("index 5\n", ""),
                text.replace(path, hash.repeat(64)),
                text.replace(path, "AAAA\n"),
                text.replace("extra ", "extra"),
                text + "\n")) {
            assertThatThrownBy(() -> TlogProof.parse(odd)).isInstanceOf(InvalidEvidence.class);
        }
    }

    @Test
    void the_longest_path_has_63_hashes() throws InvalidEvidence {
        String text = proof(5).text();
        String path = text.substring(text.indexOf('\n', text.indexOf("index")) + 1, text.indexOf("\n\n") + 1);
        String hash = path.substring(0, path.indexOf('\n') + 1);
        assertThat(TlogProof.parse(text.replace(path, hash.repeat(63))).path()).hasSize(63);
    }

    @Test
    void a_leaf_at_another_place_is_not_included() {
        TlogProof moved = new TlogProof(Fixtures.leaf(5), 4, TREE.inclusion(5, 11), SIGNED);
        assertThatThrownBy(() -> moved.verify(LOG)).hasMessage("not-included");
        TlogProof other = new TlogProof(Fixtures.leaf(6), 5, TREE.inclusion(5, 11), SIGNED);
        assertThatThrownBy(() -> other.verify(LOG)).hasMessage("not-included");
    }

    @Test
    void a_promise_holds_for_its_leaf_and_hour_and_log_only() throws InvalidEvidence {
        Promise promise = Fixtures.KEYS.promise(Fixtures.leaf(1).hash(), 498_001);
        Promise.decoded(promise.encoded()).verify(LOG);
        assertThatThrownBy(() -> promise.verify(Fixtures.THIEF.verifier())).isInstanceOf(InvalidEvidence.class);
        byte[] bytes = promise.encoded();
        assertThat(bytes).hasSize(Promise.SIZE);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 4;
            assertThatThrownBy(() -> Promise.decoded(changed).verify(LOG))
                    .as("byte %d", i)
                    .isInstanceOf(InvalidEvidence.class);
        }
        assertThatThrownBy(() -> Promise.decoded(new byte[Promise.SIZE - 1])).hasMessage("not-a-promise");
    }

    private static TlogProof proof(int index) {
        return new TlogProof(Fixtures.leaf(index), index, TREE.inclusion(index, 11), SIGNED);
    }
}
