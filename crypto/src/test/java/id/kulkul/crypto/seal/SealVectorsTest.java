package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.Hex16;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import id.kulkul.crypto.tools.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SealVectorsTest {
    private final Json vectors = vectors();

    @Test
    void payloads_of_every_length_are_the_agreed_bytes() throws OpenFailed {
        var payload = vectors.at("payload");
        var context = Context.decoded(payload.at("context").hex());
        var key = SymmetricKey.of(payload.at("dek").hex());
        for (var agreed : payload.at("cases").list()) {
            var blob = Resealing.blob(
                    key,
                    payload.at("salt").hex(),
                    context,
                    pattern(agreed.at("length").count()));
            assertThat(Digest.sha256(blob).hex()).isEqualTo(agreed.at("sha256").text());
            assertThat(Arrays.copyOfRange(blob, 24, 56))
                    .isEqualTo(payload.at("commitment").hex());
        }
    }

    @Test
    void a_stanza_is_the_agreed_bytes_and_opens_the_agreed_ciphertext() throws OpenFailed {
        var agreed = vectors.at("stanza");
        var context = Context.decoded(agreed.at("context").hex());
        var reader = OpeningKey.of(agreed.at("recipientSeed").hex());
        var commitment = Digest.of(agreed.at("commitment").hex());
        var stanza = Resealing.stanza(
                reader.recipient(),
                context,
                commitment,
                agreed.at("dek").hex(),
                agreed.at("encapsulationSeed").hex());
        assertThat(Digest.sha256(stanza.encoded()).hex())
                .isEqualTo(agreed.at("stanzaSha256").text());
        assertThat(HexFormat.of().formatHex(stanza.wrapped().ct()))
                .isEqualTo(agreed.at("wrapped").text());
        assertThat(Hex16.of(reader.recipient().keyId()))
                .isEqualTo(agreed.at("keyId").text());
        var info = KeyWrap.stanzaInfo(context, reader.recipient().keyId());
        assertThat(KeyWrap.open(stanza, info, commitment, reader))
                .isEqualTo(agreed.at("dek").hex());
    }

    static byte[] pattern(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) (7 * i + 3);
        return bytes;
    }

    private static Json vectors() {
        try (var in = SealVectorsTest.class.getResourceAsStream("/id/kulkul/crypto/vectors/crypto-v1.json")) {
            return Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
