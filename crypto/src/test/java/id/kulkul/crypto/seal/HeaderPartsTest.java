package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each part of a header is looked at where an item is opened, whatever else would refuse it too. */
class HeaderPartsTest {
    private final Samples.SealedFile file = Samples.file(new byte[3]);
    private final ItemHeader header = file.item().header();
    private final Stanza stanza =
            Samples.stanzaFor(Samples.reader(0), file.item().stanzas());

    private ItemHeader with(WrapSuite wrap, long ctLength, Digest ctSha256, Digest commitment) {
        boolean shared = wrap == WrapSuite.SHARES;
        return new ItemHeader(
                header.context(),
                wrap,
                header.manifest(),
                header.group(),
                ctLength,
                ctSha256,
                commitment,
                shared ? 2 : 0,
                shared ? List.of(digest(1), digest(2), digest(3)) : List.of(),
                header.stanzaCount(),
                header.stanzasSha256(),
                header.origin());
    }

    private static Digest digest(int value) {
        return Digest.sha256(new byte[] {(byte) value});
    }

    @Test
    void shares_come_back_in_their_order() throws Exception {
        var shared = with(WrapSuite.SHARES, header.ctLength(), header.ctSha256(), header.commitment());
        assertThat(shared.n()).isEqualTo(3);
        assertThat(shared.encoded()).hasSize(header.encoded().length + 3 * Digest.SIZE);
        assertThat(ItemHeader.decoded(shared.encoded())).isEqualTo(shared);
        assertThat(header.n()).isZero();
    }

    @Test
    void an_item_that_is_opened_together_does_not_open_to_one() {
        var shared = with(WrapSuite.SHARES, header.ctLength(), header.ctSha256(), header.commitment());
        assertThatThrownBy(() -> Samples.SealedFile.open(shared, stanza, file.blob(), Samples.reader(0)))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_header_of_another_blob_does_not_open_this_one() {
        var other = with(WrapSuite.EACH, header.ctLength(), digest(1), header.commitment());
        assertThatThrownBy(() -> Samples.SealedFile.open(other, stanza, file.blob(), Samples.reader(0)))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_key_opens_only_what_the_header_commits_to() throws IOException {
        var blob = new ByteArrayOutputStream();
        try (var stream = Seal.stream(header.context(), blob);
                var sealed = finished(stream)) {
            var facts = sealed.facts();
            var own = with(WrapSuite.EACH, facts.ctLength(), facts.ctSha256(), facts.commitment());
            var other = with(WrapSuite.EACH, facts.ctLength(), facts.ctSha256(), digest(1));
            assertThat(opens(own, sealed.key(), blob.toByteArray())).isTrue();
            assertThat(opens(other, sealed.key(), blob.toByteArray())).isFalse();
        }
    }

    private static Sealed finished(SealingStream stream) throws IOException {
        stream.write(new byte[] {1, 2, 3});
        return stream.finish();
    }

    private static boolean opens(ItemHeader header, SymmetricKey key, byte[] blob) throws IOException {
        try {
            Opening.open(header, key, new ByteArrayInputStream(blob), new ByteArrayOutputStream());
            return true;
        } catch (OpenFailed refused) {
            return false;
        }
    }

    @Test
    void a_text_is_never_longer_than_a_report_whatever_its_header_says() {
        long huge = (1L << 40) + PayloadCipher.PREFIX + PayloadCipher.TAG;
        var longer = with(WrapSuite.EACH, huge, header.ctSha256(), header.commitment());
        assertThatThrownBy(() -> Opening.openSigned(longer, stanza, file.blob(), Samples.reader(0)))
                .isInstanceOf(OpenFailed.class);
    }

    @Test
    void a_size_that_tells_is_not_allowed() {
        assertThat(header.hasAllowedSize()).isTrue();
        var odd = with(WrapSuite.EACH, header.ctLength() + 1, header.ctSha256(), header.commitment());
        assertThat(odd.hasAllowedSize()).isFalse();
        assertThat(Buckets.allows(Kind.MSG_TO_TEAM, 0)).isFalse();
    }

    @Test
    void stanzas_come_whole_and_for_different_keys() {
        var stanzas = file.item().stanzas();
        var bytes = Stanza.concatenated(stanzas);
        assertThatThrownBy(() -> Stanza.all(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(OpenFailed.class);
        assertThat(Stanza.distinct(stanzas)).isTrue();
        assertThat(Stanza.distinct(List.of(stanzas.getFirst(), stanzas.getFirst())))
                .isFalse();
    }

    @Test
    void a_label_is_hashed_before_a_zero_byte_and_the_parts() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256");
        hash.update("kulkul/v1/item\0rekaan".getBytes(StandardCharsets.US_ASCII));
        assertThat(Digest.labelled(
                        "kulkul/v1/item", "rek".getBytes(StandardCharsets.US_ASCII), new byte[] {'a', 'a', 'n'}))
                .isEqualTo(Digest.of(hash.digest()));
    }

    @Test
    void whoever_is_convicted_is_named() {
        assertThat(Inconsistent.sender().convictsSender()).isTrue();
        assertThat(Inconsistent.sender().convictedMember()).isZero();
        assertThat(Inconsistent.member(3).convictsSender()).isFalse();
        assertThat(Inconsistent.member(3).convictedMember()).isEqualTo(3);
    }

    /** A nonce that came again would open both chunks: the counter has more than one byte. */
    @Test
    void no_two_of_many_equal_chunks_are_sealed_alike() throws IOException {
        var blob = new ByteArrayOutputStream();
        try (var stream = Seal.stream(header.context(), blob)) {
            for (int chunk = 0; chunk < 258; chunk++) stream.write(new byte[PayloadCipher.CHUNK]);
            stream.finish().close();
        }
        int size = PayloadCipher.CHUNK + PayloadCipher.TAG;
        var first = Arrays.copyOfRange(blob.toByteArray(), PayloadCipher.PREFIX, PayloadCipher.PREFIX + size);
        int later = PayloadCipher.PREFIX + 256 * size;
        assertThat(Arrays.copyOfRange(blob.toByteArray(), later, later + size)).isNotEqualTo(first);
    }
}
