package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingStreamTest {
    private final ByteArrayOutputStream blob = new ByteArrayOutputStream();
    private final SymmetricKey key = SymmetricKey.of(Samples.filled(1));

    @Test
    void a_file_may_be_written_in_any_pieces() throws IOException {
        var plaintext = SealVectorsTest.pattern(20_000);
        try (var stream = stream(Kind.ATTACHMENT)) {
            for (int i = 0; i < 3; i++) stream.write(plaintext[i]);
            stream.write(plaintext, 3, 17_000);
            stream.write(plaintext, 17_003, 0);
            stream.write(plaintext, 17_003, plaintext.length - 17_003);
            stream.finish().close();
        }
        var context = Samples.context(Kind.ATTACHMENT);
        assertThat(blob.toByteArray())
                .isEqualTo(Resealing.padded(SymmetricKey.of(Samples.filled(1)), new byte[24], context, plaintext));
    }

    @Test
    void what_is_finished_says_its_lengths_and_hashes() throws IOException {
        var plaintext = SealVectorsTest.pattern(100);
        try (var stream = stream(Kind.ATTACHMENT)) {
            stream.write(plaintext);
            var facts = stream.finish().facts();
            assertThat(facts.plainLength()).isEqualTo(100);
            assertThat(facts.plainSha256()).isEqualTo(Digest.sha256(plaintext));
            assertThat(facts.ctLength()).isEqualTo(blob.size());
            assertThat(facts.ctSha256()).isEqualTo(Digest.sha256(blob.toByteArray()));
        }
    }

    @Test
    void nothing_is_added_to_what_is_finished_or_given_up() throws IOException {
        var finished = stream(Kind.ATTACHMENT);
        finished.finish();
        var givenUp = stream(Kind.ATTACHMENT);
        givenUp.close();
        for (var ended : List.of(finished, givenUp)) {
            assertThatThrownBy(() -> ended.write(1)).isInstanceOf(IOException.class);
            assertThatThrownBy(ended::finish).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_text_that_grows_too_long_ends_the_sealing() throws IOException {
        var stream = stream(Kind.MSG_TO_TEAM);
        stream.write(new byte[6 * 1024 - 1]);
        assertThatThrownBy(() -> stream.write(1)).isInstanceOf(TooLong.class);
        assertThatThrownBy(() -> stream.write(new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(stream::finish).isInstanceOf(IOException.class);
    }

    @Test
    void the_key_ends_with_whoever_holds_it_last() throws IOException {
        stream(Kind.ATTACHMENT).close();
        assertThatThrownBy(key::bytes).isInstanceOf(IllegalStateException.class);
        var second = SymmetricKey.of(Samples.filled(2));
        var stream = new SealingStream(Samples.context(Kind.ATTACHMENT), blob, second, new byte[24]);
        var sealed = stream.finish();
        stream.close();
        assertThat(sealed.key().sameAs(second)).isTrue();
        sealed.close();
        assertThatThrownBy(second::bytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sealed::key).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_whose_key_stands_in_another_item_opens_with_that_key() throws Exception {
        var plaintext = SealVectorsTest.pattern(10);
        SealedItem item;
        SymmetricKey inside;
        try (var stream = stream(Kind.ATTACHMENT)) {
            stream.write(plaintext);
            try (var sealed = stream.finish()) {
                item = sealed.inside(Samples.MANIFEST, 3, Origin.SERVER);
                inside = sealed.key();
            }
        }
        assertThat(item.stanzas()).isEmpty();
        assertThat(item.header().covers(List.of())).isTrue();
        assertThat(item.header().group()).isEqualTo(3);
        var plain = new ByteArrayOutputStream();
        var opened = Opening.open(item.header(), inside, new ByteArrayInputStream(blob.toByteArray()), plain);
        assertThat(plain.toByteArray()).isEqualTo(plaintext);
        assertThat(opened).isEqualTo(new Opened(10, Digest.sha256(plaintext)));
    }

    private SealingStream stream(Kind kind) throws IOException {
        return new SealingStream(Samples.context(kind), blob, key, new byte[24]);
    }
}
