package id.kulkul.crypto.seal;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.bytes.SymmetricKey;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Seals what is written to it, 16 KiB at a time, and holds no more than that in clear. The ciphertext goes to the sink,
 * which stays open; without {@link #finish} it can never be opened.
 */
public final class SealingStream extends OutputStream {
    private final Context context;
    private final boolean pads;
    private final OutputStream sink;
    private final SymmetricKey key;
    private final PayloadCipher cipher;
    private final MessageDigest plainHash = Digest.newSha256();
    private final MessageDigest ctHash = Digest.newSha256();
    private final byte[] chunk = new byte[PayloadCipher.CHUNK];
    private final byte[] out = new byte[PayloadCipher.CHUNK + PayloadCipher.TAG];
    private int filled;
    private long length;
    private long ctLength;
    private boolean usable = true;
    private boolean finished;

    SealingStream(Context context, OutputStream sink, SymmetricKey key, byte[] salt) throws IOException {
        this(context, Buckets.pads(context.kind()), sink, key, salt);
    }

    SealingStream(Context context, boolean pads, OutputStream sink, SymmetricKey key, byte[] salt) throws IOException {
        this.context = context;
        this.pads = pads;
        this.sink = sink;
        this.key = key;
        this.cipher = PayloadCipher.sealing(key, salt, context);
        emit(salt, salt.length);
        emit(cipher.commitment().bytes(), Digest.SIZE);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Takes more plaintext; past the largest size of its kind it throws {@link TooLong} and the stream is dead. */
    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        requireUsable();
        usable = false;
        if (pads) Buckets.padded(context.kind(), length + count);
        plainHash.update(bytes, offset, count);
        append(bytes, offset, count);
        length += count;
        usable = true;
    }

    /** Pads, seals the last chunk, and wipes what was in clear; the key lives on in the result, to be closed. */
    public Sealed finish() throws IOException {
        requireUsable();
        usable = false;
        if (pads) pad(Buckets.padded(context.kind(), length) - length);
        flushChunk();
        wipe();
        finished = true;
        var plain = Digest.of(plainHash.digest());
        var facts = new Sealed.Facts(length, plain, ctLength, Digest.of(ctHash.digest()), cipher.commitment());
        return new Sealed(context, key, facts);
    }

    /** Gives up unless finished; always wipes, never closes the sink. */
    @Override
    public void close() {
        if (!finished) key.close();
        usable = false;
        wipe();
    }

    private void pad(long count) throws IOException {
        append(new byte[] {(byte) 0x80}, 0, 1);
        var zeros = new byte[PayloadCipher.CHUNK];
        for (long left = count - 1; left > 0; left -= zeros.length) {
            append(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    private void append(byte[] bytes, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, chunk.length - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, part);
            filled += part;
            done += part;
            if (filled == chunk.length) flushChunk();
        }
    }

    private void flushChunk() throws IOException {
        int size = filled;
        filled = 0;
        emit(out, cipher.seal(chunk, size, out));
    }

    private void emit(byte[] bytes, int count) throws IOException {
        ctHash.update(bytes, 0, count);
        ctLength += count;
        sink.write(bytes, 0, count);
    }

    private void requireUsable() throws IOException {
        if (!usable) throw new IOException("This sealing has ended.");
    }

    private void wipe() {
        Arrays.fill(chunk, (byte) 0);
    }
}
