package id.kulkul.crypto.vault;

import static org.assertj.core.api.Assertions.assertThat;

import id.kulkul.crypto.bytes.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlobsTest {
    private final InMemory blobs = new InMemory();

    @Test
    void a_small_blob_is_kept_whole_under_its_hash() throws IOException {
        var bytes = new byte[] {1, 2, 3};
        var address = blobs.keep(bytes);
        assertThat(address).isEqualTo(Digest.sha256(bytes));
        assertThat(blobs.open(address).readAllBytes()).isEqualTo(bytes);
        assertThat(blobs.open).isZero();
    }

    @Test
    void a_blob_may_be_written_byte_by_byte() throws IOException {
        try (var draft = blobs.draft()) {
            for (int octet : new int[] {0, 127, 255}) draft.write(octet);
            assertThat(draft.keep()).isEqualTo(Digest.sha256(new byte[] {0, 127, -1}));
        }
    }

    @Test
    void whoever_brings_a_blob_learns_whether_it_is_there_already() throws IOException {
        assertThat(blobs.claim(Digest.sha256())).isFalse();
        blobs.keep(new byte[0]);
        assertThat(blobs.claim(Digest.sha256())).isTrue();
    }

    @Test
    void a_store_that_knows_no_bound_takes_whatever_comes() throws IOException {
        assertThat(blobs.room()).isEqualTo(Long.MAX_VALUE);
    }

    /** Holds blobs for the length of a test. */
    private static final class InMemory implements Blobs {
        private final Map<Digest, byte[]> kept = new HashMap<>();
        private int open;

        @Override
        public BlobDraft draft() {
            open++;
            return new Draft();
        }

        @Override
        public InputStream open(Digest address) throws IOException {
            var bytes = kept.get(address);
            if (bytes == null) throw new NoSuchFileException(address.hex());
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long length(Digest address) {
            var bytes = kept.get(address);
            return bytes == null ? -1 : bytes.length;
        }

        @Override
        public boolean delete(Digest address) {
            return kept.remove(address) != null;
        }

        private final class Draft extends BlobDraft {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

            @Override
            public void write(byte[] from, int offset, int length) {
                bytes.write(from, offset, length);
            }

            @Override
            public Digest keep() {
                var address = Digest.sha256(bytes.toByteArray());
                kept.put(address, bytes.toByteArray());
                return address;
            }

            @Override
            public boolean keepAs(Digest expected) {
                return Digest.sha256(bytes.toByteArray()).equals(expected) && keep().equals(expected);
            }

            @Override
            public void close() {
                open--;
            }
        }
    }
}
