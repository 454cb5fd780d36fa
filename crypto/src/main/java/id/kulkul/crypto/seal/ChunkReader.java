package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.bytes.StructReader;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Opens one blob chunk by chunk: the commitment first, and the last chunk only when the whole blob was the right one.
 */
final class ChunkReader {
    private final InputStream in;
    private final MessageDigest hash = Digest.newSha256();
    private final byte[] chunk = new byte[PayloadCipher.CHUNK + PayloadCipher.TAG];
    private final byte[] plain = new byte[PayloadCipher.CHUNK];
    private final long limit;
    private long read;

    /** Reads at most {@code limit} bytes and one, so that a longer blob is noticed and an endless one is not read. */
    ChunkReader(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Opens the blob of a header under a key. */
    Opened open(ItemHeader header, SymmetricKey key, OutputStream sink) throws OpenFailed, IOException {
        var out = new Unpadding(header.context().kind(), sink);
        try {
            var cipher = start(header.context(), key);
            StructReader.require(cipher.commitment().equals(header.commitment()));
            int last = chunks(cipher, out);
            StructReader.require(isBlobOf(header));
            out.write(plain, cipher.open(chunk, last, plain));
            return out.finish();
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Opens a blob that has no header. */
    Opened open(Context context, SymmetricKey key, OutputStream sink) throws OpenFailed, IOException {
        var out = new Unpadding(context.kind(), sink);
        try {
            var cipher = start(context, key);
            int last = chunks(cipher, out);
            out.write(plain, cipher.open(chunk, last, plain));
            return out.finish();
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Reads what is left and says whether all of it was, byte for byte, what the header names. */
    boolean isBlobOf(ItemHeader header) throws IOException {
        int got = plain.length;
        while (got > 0) got = fill(plain);
        return read == header.ctLength() && Digest.of(snapshot()).equals(header.ctSha256());
    }

    private PayloadCipher start(Context context, SymmetricKey key) throws OpenFailed, IOException {
        var salt = new byte[PayloadCipher.SALT];
        var commitment = new byte[Digest.SIZE];
        StructReader.require(fill(salt) == salt.length && fill(commitment) == commitment.length);
        var cipher = PayloadCipher.opening(key, salt, context);
        StructReader.require(cipher.commitment().equals(Digest.of(commitment)));
        return cipher;
    }

    /** Opens all full chunks and returns the size of the short one that follows, which stays unopened. */
    private int chunks(PayloadCipher cipher, Unpadding out) throws OpenFailed, IOException {
        int size = fill(chunk);
        while (size == chunk.length) {
            out.write(plain, cipher.open(chunk, size, plain));
            size = fill(chunk);
        }
        StructReader.require(size >= PayloadCipher.TAG);
        return size;
    }

    private int fill(byte[] buffer) throws IOException {
        int wanted = (int) Math.min(buffer.length, limit + 1 - read);
        int got = in.readNBytes(buffer, 0, wanted);
        read += got;
        hash.update(buffer, 0, got);
        return got;
    }

    private byte[] snapshot() {
        try {
            return ((MessageDigest) hash.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 can be cloned.", e);
        }
    }
}
