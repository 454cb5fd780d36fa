package id.kulkul.crypto.seal;

import static id.kulkul.crypto.seal.Samples.MANIFEST;
import static id.kulkul.crypto.seal.Samples.audience;
import static id.kulkul.crypto.seal.Samples.context;
import static id.kulkul.crypto.seal.Samples.reader;
import static id.kulkul.crypto.seal.Samples.stanzaFor;
import static id.kulkul.crypto.seal.Samples.writer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 65_535, 65_536, 131_071, 200_000})
    void a_file_opens_for_each_recipient_at_its_true_length(int length) throws OpenFailed, Inconsistent {
        var plaintext = SealVectorsTest.pattern(length);
        var file = Samples.file(plaintext);
        for (int i = 0; i < 3; i++) assertThat(file.open(reader(i))).isEqualTo(plaintext);
        assertThat(file.item().header().hasAllowedSize()).isTrue();
        assertThat(file.item().header().covers(file.item().stanzas())).isTrue();
        assertThat(file.item().header().ctSha256()).isEqualTo(Digest.sha256(file.blob()));
        assertThat(file.item().header().ctLength()).isEqualTo(file.blob().length);
    }

    @Test
    void a_file_that_ends_in_padding_bytes_keeps_them() throws OpenFailed, Inconsistent {
        var plaintext = new byte[70_000];
        plaintext[20_000] = (byte) 0x80;
        plaintext[69_000] = (byte) 0x80;
        assertThat(Samples.file(plaintext).open(reader(1))).isEqualTo(plaintext);
    }

    @Test
    void a_stranger_cannot_open_a_file() {
        var file = Samples.file(new byte[10]);
        assertThatThrownBy(() -> Samples.SealedFile.open(
                        file.item().header(), file.item().stanzas().getFirst(), file.blob(), reader(7)))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_text_opens_with_its_author() throws OpenFailed, Inconsistent, ForgedSender {
        var body = "Apa kabar?".getBytes(StandardCharsets.UTF_8);
        var previous = Digest.sha256(body);
        var draft = Draft.of(Draft.MESSAGE, body.clone()).after(previous, MANIFEST);
        var parcel = Seal.signed(context(Kind.MSG_TO_REPORTER), draft, writer(1), audience(2), Origin.SERVER);
        assertThat(parcel.blob()).hasSize(6216);
        assertThat(parcel.header().encoded()).hasSize(232);
        var stanza = stanzaFor(reader(1), parcel.stanzas());
        var inner = Opening.openSigned(parcel.header(), stanza, parcel.blob(), reader(1))
                .by(writer(1).verifying());
        assertThat(inner.body()).isEqualTo(body);
        assertThat(inner.prev()).isEqualTo(previous);
        assertThat(inner.seen()).isEqualTo(MANIFEST);
        assertThat(parcel.header().origin()).isEqualTo(Origin.SERVER);
    }

    @Test
    void a_sealed_draft_is_wiped() {
        var body = "rahasia".getBytes(StandardCharsets.UTF_8);
        Seal.signed(context(Kind.MSG_TO_TEAM), Draft.of(Draft.MESSAGE, body), writer(1), audience(1), Origin.SENDER);
        assertThat(body).containsOnly(0);
    }

    @Test
    void a_text_longer_than_its_kind_is_refused() {
        var draft = Draft.of(Draft.MESSAGE, new byte[6 * 1024]);
        assertThatThrownBy(() -> Seal.signed(context(Kind.MSG_TO_TEAM), draft, writer(1), audience(1), Origin.SENDER))
                .isInstanceOf(TooLong.class);
    }

    @Test
    void a_header_reads_back_what_it_writes() throws OpenFailed {
        var header = Samples.file(new byte[5]).item().header();
        assertThat(ItemHeader.decoded(header.encoded())).isEqualTo(header);
        assertThat(ItemHeader.subject(List.of())).isEqualTo(Digest.ZERO);
        assertThat(ItemHeader.subject(List.of(header))).isNotEqualTo(Digest.ZERO);
    }

    @Test
    void a_row_opens_under_its_key_in_its_place_only() throws OpenFailed {
        var row = context(Kind.VAULT_ROW);
        try (var key = SymmetricKey.random()) {
            var blob = Seal.under(key, row, new byte[] {1, 2, 3});
            assertThat(Opening.under(key, row, blob)).containsExactly(1, 2, 3);
            assertThatThrownBy(() -> Opening.under(key, context(Kind.KEY_BUNDLE), blob))
                    .isInstanceOf(OpenFailed.class);
        }
    }
}
