package id.kulkul.crypto.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkOrderTest {
    private static final int SEALED_CHUNK = PayloadCipher.CHUNK + PayloadCipher.TAG;
    private final byte[] plaintext = SealVectorsTest.pattern(65_000);
    private final Samples.SealedFile file = Samples.file(plaintext);

    @Test
    void a_file_cut_or_extended_anywhere_near_a_boundary_does_not_open() {
        for (int boundary = 0; boundary <= 4; boundary++) {
            for (int around : new int[] {-17, -16, -1, 0, 1, 15, 16, 17}) {
                int length = PayloadCipher.PREFIX + boundary * SEALED_CHUNK + around;
                if (length != file.blob().length) assertRefused(Arrays.copyOf(file.blob(), length));
            }
        }
        assertRefused(new byte[0]);
        assertRefused(Arrays.copyOf(file.blob(), 24));
        assertRefused(Arrays.copyOf(file.blob(), file.blob().length + 16));
        assertRefused(Arrays.copyOf(file.blob(), file.blob().length + SEALED_CHUNK));
    }

    @Test
    void chunks_that_were_moved_repeated_or_dropped_do_not_open() {
        var chunks = chunks(file.blob());
        for (int i = 0; i < chunks.size(); i++) {
            for (int j = 0; j < chunks.size(); j++) {
                if (i == j) continue;
                var swapped = new ArrayList<>(chunks);
                swapped.set(i, chunks.get(j));
                swapped.set(j, chunks.get(i));
                assertRefused(joined(swapped));
                var replaced = new ArrayList<>(chunks);
                replaced.set(i, chunks.get(j));
                assertRefused(joined(replaced));
            }
            var repeated = new ArrayList<>(chunks);
            repeated.add(i, chunks.get(i));
            assertRefused(joined(repeated));
            var dropped = new ArrayList<>(chunks);
            dropped.remove(i);
            assertRefused(joined(dropped));
        }
    }

    @Test
    void a_sealed_row_without_its_last_chunk_does_not_open() {
        var context = Samples.context(Kind.VAULT_ROW);
        var key = SymmetricKey.random();
        for (int length : new int[] {0, 1, PayloadCipher.CHUNK, 2 * PayloadCipher.CHUNK}) {
            var blob = Seal.under(key, context, new byte[length]);
            int withoutLast = PayloadCipher.PREFIX + length / PayloadCipher.CHUNK * SEALED_CHUNK;
            assertThatThrownBy(() -> Opening.under(key, context, Arrays.copyOf(blob, withoutLast)))
                    .isInstanceOf(OpenFailed.class);
        }
    }

    @Test
    void what_reaches_the_sink_of_a_broken_file_is_never_the_whole() throws IOException {
        var broken = file.blob().clone();
        broken[broken.length - 1] ^= 1;
        var sink = new ByteArrayOutputStream();
        var header = file.item().header();
        var stanza = Samples.stanzaFor(Samples.reader(0), file.item().stanzas());
        var thrown = catchThrowable(
                () -> Opening.open(header, stanza, new ByteArrayInputStream(broken), Samples.reader(0), sink));
        assertThat(thrown).isInstanceOf(OpenFailed.class);
        assertThat(plaintext).startsWith(sink.toByteArray());
        assertThat(sink.size()).isLessThanOrEqualTo(plaintext.length);
    }

    @Test
    void an_endless_blob_is_not_read_to_its_end() {
        var endless = new CountingZeros();
        var header = file.item().header();
        var stanza = Samples.stanzaFor(Samples.reader(0), file.item().stanzas());
        assertThatThrownBy(() -> Opening.open(header, stanza, endless, Samples.reader(0), new ByteArrayOutputStream()))
                .isInstanceOf(OpenFailed.class);
        assertThat(endless.count).isLessThanOrEqualTo(header.ctLength() + 1);
    }

    private void assertRefused(byte[] blob) {
        assertThatThrownBy(() -> new Samples.SealedFile(file.item(), blob).open(Samples.reader(0)))
                .isInstanceOf(OpenFailed.class)
                .hasMessage(new OpenFailed().getMessage());
    }

    private static List<byte[]> chunks(byte[] blob) {
        var chunks = new ArrayList<byte[]>();
        for (int at = PayloadCipher.PREFIX; at < blob.length; at += SEALED_CHUNK) {
            chunks.add(Arrays.copyOfRange(blob, at, Math.min(at + SEALED_CHUNK, blob.length)));
        }
        return chunks;
    }

    private byte[] joined(List<byte[]> chunks) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(file.blob(), PayloadCipher.PREFIX));
        chunks.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static final class CountingZeros extends InputStream {
        private long count;

        @Override
        public int read() {
            count++;
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 0);
            count += length;
            return length;
        }
    }
}
