package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportLineTest {

    @Test
    void a_line_escapes_what_it_must_and_nothing_else() {
        assertThat(new ExportLine.Policy("a \"b\" \\ c\n\td/\u0001\u001f é \u2014").text())
                .isEqualTo("{\"p\":{\"policy\":\"a \\\"b\\\" \\\\ c\\n\\td/\\u0001\\u001f é \u2014\"}}");
        assertThat(new ExportLine.Policy("").text()).isEqualTo("{\"p\":{\"policy\":\"\"}}");
    }

    @Test
    void a_row_of_cosignatures_is_an_array_in_its_order() {
        assertThat(new ExportLine.Cosigned(3, List.of("a", "b\"", "c")).text())
                .isEqualTo("{\"w\":{\"size\":3,\"lines\":[\"a\",\"b\\\"\",\"c\"]}}");
        assertThat(new ExportLine.Cosigned(0, List.of()).text()).isEqualTo("{\"w\":{\"size\":0,\"lines\":[]}}");
    }

    @Test
    void the_leaves_of_a_checkpoint_lie_one_after_the_other() {
        List<Digest> leaves = List.of(Digest.sha256(), Digest.ZERO);
        byte[] packed = RecordedCheckpoint.packed(leaves);
        assertThat(packed).hasSize(64).startsWith(Digest.sha256().bytes());
        assertThat(RecordedCheckpoint.unpacked(packed)).isEqualTo(leaves);
        assertThat(RecordedCheckpoint.unpacked(new byte[0])).isEmpty();
        assertThatThrownBy(() -> RecordedCheckpoint.unpacked(new byte[33]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_origin_is_one_line_that_reads_back() throws InvalidEvidence {
        for (LogName log : LogName.values()) {
            LogOrigin origin = new LogOrigin(Fixtures.TENANT, log);
            assertThat(LogOrigin.parse(origin.text())).isEqualTo(origin);
            assertThat(origin).hasToString("kulkul/11111111111111111111111111111111/" + log.text());
        }
        for (String odd : List.of("", "kulkul/11/wbs", Fixtures.WBS.text() + "\n", Fixtures.WBS.text() + "x"))
            assertThatThrownBy(() -> LogOrigin.parse(odd)).hasMessage("unknown-origin");
        assertThatThrownBy(() -> LogName.of("WBS")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_verifier_key_is_the_same_by_name_kind_and_key() throws InvalidEvidence {
        VerifierKey key = Fixtures.KEYS.verifier().ed25519();
        VerifierKey read = VerifierKey.parse(key.text());
        assertThat(read).isEqualTo(key).hasSameHashCodeAs(key).hasToString(key.text());
        assertThat(key)
                .isNotEqualTo(new VerifierKey("elsewhere", key.type(), key.key()))
                .isNotEqualTo(new VerifierKey(key.name(), VerifierKey.Type.COSIGNATURE_ED25519, key.key()))
                .isNotEqualTo(Fixtures.THIEF.verifier().ed25519())
                .isNotEqualTo(key.text());
    }
}
