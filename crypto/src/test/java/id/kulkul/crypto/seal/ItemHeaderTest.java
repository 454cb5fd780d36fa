package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemHeaderTest {
    private final Samples.SealedFile file = Samples.file(new byte[3]);
    private final ItemHeader header = file.item().header();

    @Test
    void every_changed_byte_is_another_header_or_none() {
        for (int at = 0; at < header.encoded().length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var changed = header.encoded();
                changed[at] ^= (byte) (1 << bit);
                var thrown = catchThrowable(
                        () -> assertThat(ItemHeader.decoded(changed).encoded()).isEqualTo(changed));
                if (thrown != null) assertThat(thrown).isInstanceOf(OpenFailed.class);
            }
        }
    }

    @Test
    void every_other_length_is_refused() {
        for (int length = 0; length < 300; length++) {
            if (length == header.encoded().length) continue;
            var other = Arrays.copyOf(header.encoded(), length);
            assertThatThrownBy(() -> ItemHeader.decoded(other)).isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void stanzas_that_are_not_the_headers_are_not_covered() {
        var stanzas = file.item().stanzas();
        assertThat(header.covers(stanzas)).isTrue();
        assertThat(header.covers(stanzas.reversed())).isFalse();
        assertThat(header.covers(stanzas.subList(0, 2))).isFalse();
        assertThat(header.covers(List.of())).isFalse();
        assertThat(header.covers(List.of(stanzas.get(0), stanzas.get(0), stanzas.get(2))))
                .isFalse();
    }

    @Test
    void the_order_of_items_is_part_of_the_subject() {
        var other = Samples.file(new byte[3]).item().header();
        assertThat(ItemHeader.subject(List.of(header, other)))
                .isNotEqualTo(ItemHeader.subject(List.of(other, header)))
                .isNotEqualTo(ItemHeader.subject(List.of(header)));
    }

    @ParameterizedTest
    @CsvSource({
        "REPORT_BODY,32768,true",
        "REPORT_BODY,131072,true",
        "REPORT_BODY,65536,false",
        "REPORT_BODY,0,false",
        "MSG_TO_REPORTER,6144,true",
        "MSG_TO_TEAM,6145,false",
        "IDENTITY,8192,true",
        "BID,65536,true",
        "INTERNAL_NOTE,8192,true",
        "INTERNAL_NOTE,32768,true",
        "ATTACHMENT,65536,true",
        "ATTACHMENT,98304,false",
        "ATTACHMENT,16777216,true",
        "ATTACHMENT,25165824,true",
        "ATTACHMENT,33554432,true",
        "ATTACHMENT,1073741824,true",
        "ATTACHMENT,1082130432,false",
        "VAULT_ROW,7,true"
    })
    void only_the_sizes_of_its_kind_are_allowed(Kind kind, long padded, boolean allowed) {
        assertThat(Buckets.allows(kind, padded)).isEqualTo(allowed);
    }

    @Test
    void an_exact_fit_moves_to_the_next_size() {
        assertThat(Buckets.padded(Kind.ATTACHMENT, 65_535)).isEqualTo(65_536);
        assertThat(Buckets.padded(Kind.ATTACHMENT, 65_536)).isEqualTo(131_072);
        assertThat(Buckets.padded(Kind.REPORT_BODY, 32_768)).isEqualTo(131_072);
        assertThatThrownBy(() -> Buckets.padded(Kind.REPORT_BODY, 131_072)).isInstanceOf(TooLong.class);
        assertThatThrownBy(() -> Buckets.padded(Kind.ATTACHMENT, 1L << 30)).isInstanceOf(TooLong.class);
    }

    @Test
    void a_plaintext_without_padding_does_not_open_as_a_padded_kind() {
        var context = Samples.context(Kind.IDENTITY);
        var key = SymmetricKey.random();
        for (var plaintext : new byte[][] {new byte[8192], Arrays.copyOf(new byte[] {(byte) 0x80}, 8191), {1}}) {
            var blob = Resealing.blob(key, new byte[24], context, plaintext);
            assertThatThrownBy(() -> Opening.under(key, context, blob)).isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void random_texts_come_back_as_they_were() throws Exception {
        var random = new Random(20261124);
        for (int i = 0; i < 60; i++) {
            var body = new byte[random.nextInt(5_900)];
            random.nextBytes(body);
            var draft = Draft.of(Draft.MESSAGE, body.clone());
            var parcel = Seal.signed(
                    Samples.context(Kind.MSG_TO_TEAM), draft, Samples.writer(1), Samples.audience(1), Origin.SENDER);
            var opened = Opening.openSigned(
                    ItemHeader.decoded(parcel.header().encoded()),
                    Stanza.all(Stanza.concatenated(parcel.stanzas())).getFirst(),
                    parcel.blob(),
                    Samples.reader(0));
            assertThat(opened.by(Samples.writer(1).verifying()).body()).isEqualTo(body);
        }
    }
}
