package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Passes a padded plaintext on without its padding: whatever may still be padding is held back, as two counters. */
final class Unpadding {
    private static final byte[] ZEROS = new byte[4096];
    private final Kind kind;
    private final OutputStream sink;
    private final MessageDigest hash = Digest.newSha256();
    private boolean marker;
    private long zeros;
    private long taken;
    private long passed;

    Unpadding(Kind kind, OutputStream sink) {
        this.kind = kind;
        this.sink = sink;
    }

    void write(byte[] bytes, int length) throws IOException {
        taken += length;
        int last = lastNonZero(bytes, length);
        if (!Buckets.pads(kind) || (last < 0 && !marker)) {
            pass(bytes, length);
        } else if (last < 0) {
            zeros += length;
        } else {
            release();
            marker = bytes[last] == (byte) 0x80;
            zeros = marker ? length - 1L - last : 0;
            pass(bytes, marker ? last : length);
        }
    }

    /** The end: there must have been padding, up to a size that the kind may have. */
    Opened finish() throws OpenFailed {
        StructReader.require(!Buckets.pads(kind) || (marker && Buckets.allows(kind, taken)));
        return new Opened(passed, Digest.of(hash.digest()));
    }

    private void release() throws IOException {
        if (!marker) return;
        pass(new byte[] {(byte) 0x80}, 1);
        for (; zeros > 0; zeros -= Math.min(zeros, ZEROS.length)) {
            pass(ZEROS, (int) Math.min(zeros, ZEROS.length));
        }
        marker = false;
    }

    private void pass(byte[] bytes, int length) throws IOException {
        hash.update(bytes, 0, length);
        passed += length;
        sink.write(bytes, 0, length);
    }

    private static int lastNonZero(byte[] bytes, int length) {
        int last = length - 1;
        while (last >= 0 && bytes[last] == 0) last--;
        return last;
    }
}
