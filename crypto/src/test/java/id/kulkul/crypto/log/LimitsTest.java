package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one byte or one row cannot hold is refused when it is read, before anything is signed or verified over it. */
class LimitsTest {
    private static final SignedCheckpoint CHECKPOINT =
            Fixtures.KEYS.sign(16, Fixtures.tree(16).root(16), Fixtures.MARK);

    private static String named(int length) {
        String key = Witnesses.vkey(0).text();
        return "w".repeat(length) + key.substring(key.indexOf('+'));
    }

    @Test
    void a_name_of_more_than_255_bytes_is_none() {
        assertThatThrownBy(() -> VerifierKey.parse(named(255)))
                .isInstanceOf(InvalidEvidence.class)
                .extracting("reason")
                .isEqualTo("wrong-key-id");
        assertThatThrownBy(() -> VerifierKey.parse(named(256)))
                .isInstanceOf(InvalidEvidence.class)
                .extracting("reason")
                .isEqualTo("malformed-key");
    }

    /** The file itself may offer a witness of any name, and cosignature lines of it. */
    @Test
    void a_long_name_of_a_witness_is_refused_by_the_policy_and_does_not_break_the_verifier() {
        String policy = Fixtures.KEYS.policyLines() + "witness w " + named(300) + "\nquorum w\n";
        assertThatThrownBy(() -> TrustPolicy.parse(policy)).isInstanceOf(InvalidEvidence.class);
        assertThatThrownBy(() -> new VerifierKey(
                        "w".repeat(300),
                        VerifierKey.Type.COSIGNATURE_ML_DSA_44,
                        Witnesses.vkey(0).key()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_origin_of_more_than_255_bytes_is_none() throws InvalidEvidence {
        String rest = "\n0\n" + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" + "\n";
        assertThat(Checkpoint.parse("o".repeat(255) + rest).size()).isZero();
        assertThatThrownBy(() -> Checkpoint.parse("o".repeat(256) + rest)).isInstanceOf(InvalidEvidence.class);
        assertThatThrownBy(() -> Checkpoint.parse("é".repeat(128) + rest)).isInstanceOf(InvalidEvidence.class);
    }

    @Test
    void a_note_has_64_signature_lines_and_no_control_character() throws InvalidEvidence {
        String note = CHECKPOINT.note();
        String line = "\u2014 example.org/w AAAAAAA=\n";
        assertThat(SignedCheckpoint.parse(note + line.repeat(62)).cosignatures())
                .hasSize(62);
        assertThatThrownBy(() -> SignedCheckpoint.parse(note + line.repeat(63))).isInstanceOf(InvalidEvidence.class);
        for (String control : List.of("\u007f", "\t", "\r", "\u0000")) {
            assertThatThrownBy(() -> SignedCheckpoint.parse("x" + control + note))
                    .isInstanceOf(InvalidEvidence.class);
        }
    }

    @Test
    void a_row_of_cosignatures_has_64_lines() {
        String line = "\u2014 example.org/w AAAAAAA=";
        Cosignatures cosignatures = new Cosignatures(new Trust(null));
        cosignatures.accept(CHECKPOINT);
        assertThatThrownBy(() -> cosignatures.accept(new ExportLine.Cosigned(16, Collections.nCopies(65, line))))
                .isInstanceOf(InvalidEvidence.class);
    }
}
