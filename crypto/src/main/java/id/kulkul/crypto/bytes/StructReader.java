package id.kulkul.crypto.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Reads what {@link StructWriter} writes; whatever is short, odd or left over is an {@link OpenFailed}. */
public final class StructReader {
    private final ByteBuffer buffer;

    public StructReader(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes);
    }

    public StructReader expect(String ascii) throws OpenFailed {
        require(Arrays.equals(take(ascii.length()), ascii.getBytes(StandardCharsets.US_ASCII)));
        return this;
    }

    public int u8() throws OpenFailed {
        return need(1).get() & 0xff;
    }

    public int u16() throws OpenFailed {
        return need(2).getShort() & 0xffff;
    }

    public long u32() throws OpenFailed {
        return need(4).getInt() & 0xffff_ffffL;
    }

    /** A number up to {@link Long#MAX_VALUE}. */
    public long u64() throws OpenFailed {
        long value = need(8).getLong();
        require(value >= 0);
        return value;
    }

    public UUID id() throws OpenFailed {
        need(16);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    public Digest digest() throws OpenFailed {
        return Digest.of(take(Digest.SIZE));
    }

    public byte[] take(long length) throws OpenFailed {
        require(length >= 0 && length <= buffer.remaining());
        var bytes = new byte[(int) length];
        buffer.get(bytes);
        return bytes;
    }

    /** Bytes not read yet. */
    public int remaining() {
        return buffer.remaining();
    }

    /** Nothing may be left over. */
    public void end() throws OpenFailed {
        require(!buffer.hasRemaining());
    }

    /** Fails unless the condition holds. */
    public static void require(boolean condition) throws OpenFailed {
        if (!condition) throw new OpenFailed();
    }

    private ByteBuffer need(int length) throws OpenFailed {
        require(buffer.remaining() >= length);
        return buffer;
    }
}
