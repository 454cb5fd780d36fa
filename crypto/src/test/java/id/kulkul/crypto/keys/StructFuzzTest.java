package id.kulkul.crypto.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.Promise;
import id.kulkul.crypto.seal.Context;
import id.kulkul.crypto.seal.ItemHeader;
import id.kulkul.crypto.seal.Kind;
import id.kulkul.crypto.seal.Origin;
import id.kulkul.crypto.seal.Samples;
import id.kulkul.crypto.seal.Stanza;
import id.kulkul.crypto.seal.WrapSuite;
import id.kulkul.crypto.threshold.OpeningList;
import id.kulkul.crypto.threshold.ShareRelease;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes are the structure that they are taken for, or are refused in the one way; what was read is written as the
 * same bytes.
 */
class StructFuzzTest {
    private static final List<Reading> READINGS = List.of(
            bytes -> ItemHeader.decoded(bytes).encoded(),
            bytes -> Stanza.concatenated(Stanza.all(bytes)),
            bytes -> Context.decoded(bytes).encoded(),
            bytes -> KeyBundle.decoded(bytes).encoded(),
            bytes -> SealedSecret.decoded(bytes).encoded(),
            bytes -> OpeningList.decoded(bytes).encoded(),
            bytes -> ShareRelease.decoded(bytes).encoded(),
            bytes -> LogLeaf.decoded(bytes).encoded(),
            bytes -> Promise.decoded(bytes).encoded());

    @FunctionalInterface
    private interface Reading {
        byte[] again(byte[] bytes) throws OpenFailed, InvalidEvidence;
    }

    static Stream<byte[]> structures() {
        Context context =
                new Context(Kind.REPORT_BODY, Samples.TENANT, new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), 1, 0);
        ItemHeader header = new ItemHeader(
                context,
                WrapSuite.EACH,
                Digest.ZERO,
                0,
                172,
                Digest.ZERO,
                Digest.ZERO,
                0,
                List.of(),
                2,
                Digest.ZERO,
                Origin.SERVER);
        try (KeyBundle bundle = KeyBundle.random(1)) {
            return Stream.of(
                    as(0, header.encoded()),
                    as(1, new byte[2 * Stanza.SIZE]),
                    as(2, context.encoded()),
                    as(3, bundle.encoded()),
                    as(4, context.as(Kind.KEY_BUNDLE).encoded()),
                    as(5, "KULOPEN1".getBytes(StandardCharsets.US_ASCII)),
                    as(6, new byte[ShareRelease.SIZE]),
                    as(7, "KULLEAF1".getBytes(StandardCharsets.US_ASCII)),
                    as(8, new byte[Promise.SIZE]));
        }
    }

    private static byte[] as(int reading, byte[] bytes) {
        byte[] seed = new byte[1 + bytes.length];
        seed[0] = (byte) reading;
        System.arraycopy(bytes, 0, seed, 1, bytes.length);
        return seed;
    }

    @MethodSource("structures")
    @FuzzTest(maxDuration = "8m")
    void a_structure(byte[] input) {
        if (input.length == 0 || (input[0] & 0xff) >= READINGS.size()) return;
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        try {
            assertThat(READINGS.get(input[0]).again(bytes)).isEqualTo(bytes);
        } catch (OpenFailed | InvalidEvidence refused) {
            assertThat(refused).isNotNull();
        }
    }
}
