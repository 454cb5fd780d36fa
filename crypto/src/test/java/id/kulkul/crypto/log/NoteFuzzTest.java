package id.kulkul.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any text is a checkpoint, a receipt, a policy, a key, or is refused; what was read is written as the same characters.
 */
class NoteFuzzTest {

    static Stream<byte[]> texts() throws InvalidEvidence {
        History story = History.story();
        String key = Fixtures.KEYS.verifier().ed25519().text();
        String witness = Witnesses.vkey(0).text();
        return Stream.of(
                        shortened(story.newest().note()),
                        shortened(story.receipt(6).text()),
                        "log " + key + "\nwitness a " + witness + "\ngroup g any a\nquorum g\n",
                        "# none\n\nlog " + key + " https://log.example\nquorum none\n",
                        key,
                        "kulkul/x\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 kulkul/x AAAAAAA=\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Long signatures take the fuzzer's time: of each, as much is enough for the form. */
    private static String shortened(String note) {
        return note.replaceAll("([A-Za-z0-9+/]{64})[A-Za-z0-9+/]{2000,}=*", "$1");
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "8m")
    void a_text(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        same(text, () -> SignedCheckpoint.parse(text).note());
        same(text, () -> TlogProof.parse(text).text());
        same(text, () -> VerifierKey.parse(text).text());
        same(text, () -> {
            TrustPolicy policy = TrustPolicy.parse(text);
            assertThat(policy.witnessCount()).isNotNegative();
            return policy.text();
        });
        same(text, () -> {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(text);
            LogVerifier log = Fixtures.KEYS.verifier();
            checkpoint.verify(log);
            return checkpoint.note();
        });
    }

    private interface Reading {
        String again() throws InvalidEvidence;
    }

    private static void same(String text, Reading reading) {
        try {
            assertThat(reading.again()).isEqualTo(text);
        } catch (InvalidEvidence refused) {
            assertThat(refused.reason()).matches("[a-z0-9-]+");
        }
    }
}
